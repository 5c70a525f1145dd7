import type { Row } from './row';

export const columns = ['picture', 'form', 'text', 'confidence'] as const;
export type Column = (typeof columns)[number];

export interface Sorting {
  by: Column;
  down: boolean;
}

export const leastCertainFirst: Sorting = { by: 'confidence', down: false };

/** In the order of the pictures, and from top to bottom in each. */
const byPlace = (one: Row, other: Row): number =>
  one.taken - other.taken ||
  one.picture.localeCompare(other.picture) ||
  one.place.row - other.place.row ||
  (one.cell?.column ?? 0) - (other.cell?.column ?? 0);

/** By form and page. Rows that aren't of a form come last. */
function byForm(one: Row, other: Row): number {
  if (!one.cell || !other.cell) return Number(!one.cell) - Number(!other.cell);
  return (
    one.cell.name.localeCompare(other.cell.name) ||
    one.cell.id.localeCompare(other.cell.id) ||
    one.cell.page - other.cell.page
  );
}

const byText = new Intl.Collator('en', { numeric: true });

/** Puts unchecked cells with a reason for review before all others, however confident their digits are. */
const certainty = ({ confidence, cell, checked }: Row): number =>
  cell?.reason && !checked ? confidence - 1 : confidence;

/** The order of the paper, whatever the screen shows. */
export const inSheetOrder = (rows: readonly Row[]): Row[] => [...rows].sort(byPlace);

const orders: Record<Column, (one: Row, other: Row) => number> = {
  picture: byPlace,
  form: byForm,
  text: (one, other) => byText.compare(one.text, other.text),
  confidence: (one, other) => certainty(one) - certainty(other),
};

export function sorted(rows: readonly Row[], { by, down }: Sorting): Row[] {
  const turn = down ? -1 : 1;
  return [...rows].sort((one, other) => turn * orders[by](one, other) || byPlace(one, other));
}

/** Sorts by a column, or reverses the order if it is sorted by that column already. */
export function sortedBy({ by, down }: Sorting, column: Column): Sorting {
  return { by: column, down: by === column && !down };
}
