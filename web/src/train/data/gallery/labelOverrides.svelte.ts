import { SvelteMap } from 'svelte/reactivity';
import { messages } from '../../../messages';
import type { LabelOverrideRows } from '../../../protocol/calls';
import type { ClassNames } from '../../../shared/classes';
import { csvOf } from '../../../shared/csv';

/** The engine's label of an excluded row. */
export const excluded = 255;

type Before = readonly [row: number, label: number | undefined][];

/** Labels corrected by hand: rows relabelled or excluded. Each change can be undone. */
export class LabelOverrides {
  private readonly made = new SvelteMap<number, number>();
  private done = $state.raw<readonly Before[]>([]);

  constructor(
    private readonly labels: Uint8Array, // the file's labels
    private readonly classes: ClassNames,
    private readonly changed: (overrides: LabelOverrideRows) => void,
  ) {}

  readonly excluded = $derived(
    [...this.made.values()].filter((label) => label === excluded).length,
  );
  readonly relabelled = $derived(this.made.size - this.excluded);
  /** The changed rows, in order. */
  readonly rows = $derived(Uint32Array.from(this.made.keys()).sort());
  readonly undoable = $derived(this.done.length > 0);

  /** The row's new label, `excluded`, or undefined if unchanged. */
  of(row: number): number | undefined {
    return this.made.get(row);
  }

  /** Relabels a row. The file's own label removes the change. */
  relabel(row: number, label: number): void {
    this.make([[row, label === this.labels[row] ? undefined : label]]);
  }

  toggleExcluded(row: number): void {
    this.make([[row, this.made.get(row) === excluded ? undefined : excluded]]);
  }

  reset(): void {
    this.make([...this.made.keys()].map((row) => [row, undefined]));
  }

  /** Undoes the last change. Returns one of its rows; undefined if there is nothing to undo. */
  undo(): number | undefined {
    const last = this.done.at(-1);
    if (!last) return undefined;
    this.done = this.done.slice(0, -1);
    this.apply(last);
    return last[0]?.[0];
  }

  /** Sends all changes to the engine, for example after it has reloaded the data. */
  send(): void {
    const { rows } = this;
    const labels = Uint8Array.from(rows, (row) => this.made.get(row) as number);
    this.changed({ rows: rows.slice(), labels });
  }

  /** Takes over the changes made before rows were appended. */
  restoreFrom(before: LabelOverrides): void {
    for (const [row, label] of before.made) this.made.set(row, label);
    this.done = before.done;
    if (this.made.size > 0) this.send();
  }

  /** Lists the changes: image number from 1, label in the file and new label. */
  get csv(): string {
    const rows = Array.from(this.rows, (row) => {
      const label = this.made.get(row) as number;
      const nameOf = (label = 0) => this.classes[label] ?? '';
      return [row + 1, nameOf(this.labels[row]), label === excluded ? 'left out' : nameOf(label)];
    });
    return csvOf([['image', 'label in the file', 'label now'], ...rows]);
  }

  private make(overrides: Before): void {
    const before: Before = overrides.map(([row]) => [row, this.made.get(row)]);
    if (overrides.every(([, label], at) => label === before[at]?.[1])) return;
    this.done = [...this.done, before];
    this.apply(overrides);
  }

  private apply(overrides: Before): void {
    for (const [row, label] of overrides) {
      if (label === undefined) this.made.delete(row);
      else this.made.set(row, label);
    }
    this.send();
  }
}

/** Describes an image: its number from 1, its label and any change. */
export function nameOf(
  row: number,
  classes: ClassNames,
  label: number | undefined,
  change?: number,
): string {
  const number = row + 1;
  const name =
    label === undefined
      ? messages.gallery.number({ number })
      : messages.gallery.image({ number, label: classes[label] ?? '' });
  return change === undefined ? name : `${name}, ${changeIn(change, classes)}`;
}

/** Describes the change of a label. */
export function changeIn(change: number, classes: ClassNames): string {
  if (change === excluded) return messages.gallery.excluded;
  return messages.gallery.nowLabelled({ label: classes[change] ?? '' });
}
