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

/** What a step requires before the next one. */
export type Need = 'data' | 'network' | 'training';

/** Which requirements are met. */
export type Done = Record<Need, boolean>;

/** The position in the tutorial; null outside it. */
export class Tutorial {
  place = $state<number | null>(null);
  readonly step = $derived(this.place === null ? null : (steps[this.place] ?? null));

  constructor(private readonly done: () => Done) {}

  /** The requirement that this step still waits for; null if met. */
  get missing(): Need | null {
    const done = this.done();
    if (!done.data) return 'data';
    if (this.step === 'network' && !done.network) return 'network';
    return this.step === 'train' && !done.training ? 'training' : null;
  }

  get last(): boolean {
    return this.place === steps.length - 1;
  }

  get hasNext(): boolean {
    return this.place !== null && !this.last && this.missing === null;
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
