/** The tutorial's steps, in order. */
export const steps = [
  'read',
  'apart',
  'mend',
  'divide',
  'shape',
  'oneHot',
  'split',
  'network',
  'train',
  'predict',
] as const;
export type Step = (typeof steps)[number];

/** The position in the tutorial; null outside it. */
export class Tutorial {
  place = $state<number | null>(null);
  readonly step = $derived(this.place === null ? null : (steps[this.place] ?? null));

  constructor(private readonly hasData: () => boolean) {}

  get hasNext(): boolean {
    return this.place !== null && this.place + 1 < steps.length && this.hasData();
  }

  get hasPrevious(): boolean {
    return this.place !== null && this.place > 0;
  }

  begin(): void {
    this.place = 0;
  }

  next(): void {
    if (this.hasNext) this.place = (this.place ?? 0) + 1;
  }

  back(): void {
    if (this.hasPrevious) this.place = (this.place ?? 1) - 1;
  }

  leave(): void {
    this.place = null;
  }
}
