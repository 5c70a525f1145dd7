import type { SavedRun } from './savedRun';

/** The columns that the table can be sorted by, in order. */
export const columns = [
  'name',
  'begun',
  'data',
  'network',
  'epochs',
  'elapsed_ms',
  'accuracy',
] as const satisfies readonly (keyof SavedRun)[];
export type Column = (typeof columns)[number];

export interface Sorting {
  by: Column;
  down: boolean; // descending
}

const textual = (column: Column) => ['name', 'data', 'network'].includes(column);

/** Reverses the order of the same column. For another, words start at A and numbers at the largest. */
export function sortedBy(before: Sorting, by: Column): Sorting {
  return { by, down: before.by === by ? !before.down : !textual(by) };
}

/** Missing values come last in either direction. */
function compare(one: SavedRun, other: SavedRun, { by, down }: Sorting): number {
  const [a, b] = [one[by], other[by]];
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order =
    typeof a === 'string'
      ? a.localeCompare(String(b), undefined, { numeric: true })
      : a - Number(b);
  return down ? -order : order;
}

export function sorted(runs: readonly SavedRun[], sorting: Sorting): SavedRun[] {
  return [...runs].sort((one, other) => compare(one, other, sorting));
}
