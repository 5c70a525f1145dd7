import type { SavedRun } from './savedRun';

/** What the table can be sorted by, in the order of its columns. */
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
  down: boolean; // the largest, or the latest, first
}

const textual = (column: Column) => ['name', 'data', 'network'].includes(column);

/** The same column once more turns the order; words begin with A, numbers with the largest. */
export function sortedBy(before: Sorting, by: Column): Sorting {
  return { by, down: before.by === by ? !before.down : !textual(by) };
}

/** What was not measured comes last, whichever way the others go. */
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
