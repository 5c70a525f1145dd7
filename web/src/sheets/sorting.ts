import type { Row } from './row';

export const columns = ['picture', 'form', 'text', 'confidence'] as const;
export type Column = (typeof columns)[number];

export interface Sorting {
  by: Column;
  down: boolean;
}

/** What needs a look comes first. */
export const leastCertainFirst: Sorting = { by: 'confidence', down: false };

/** As the pictures came, and from the top of each to its bottom. */
const inPlace = (one: Row, other: Row): number =>
  one.taken - other.taken ||
  one.picture.localeCompare(other.picture) ||
  one.place.row - other.place.row ||
  (one.cell?.column ?? 0) - (other.cell?.column ?? 0);

/** By form, page and row; what is read line by line comes last. */
function byForm(one: Row, other: Row): number {
  if (!one.cell || !other.cell) return Number(!one.cell) - Number(!other.cell);
  return (
    one.cell.name.localeCompare(other.cell.name) ||
    one.cell.id.localeCompare(other.cell.id) ||
    one.cell.page - other.cell.page
  );
}

const byText = new Intl.Collator('en', { numeric: true });

/** A cell that is in doubt comes before all others, however sure its digits are. */
const certainty = ({ confidence, cell, checked }: Row): number =>
  cell?.reason && !checked ? confidence - 1 : confidence;

const orders: Record<Column, (one: Row, other: Row) => number> = {
  picture: inPlace,
  form: byForm,
  text: (one, other) => byText.compare(one.text, other.text),
  confidence: (one, other) => certainty(one) - certainty(other),
};

export function sorted(rows: readonly Row[], { by, down }: Sorting): Row[] {
  const turn = down ? -1 : 1;
  return [...rows].sort((one, other) => turn * orders[by](one, other) || inPlace(one, other));
}

/** By this column, or the other way round where it is sorted by it already. */
export function sortedBy({ by, down }: Sorting, column: Column): Sorting {
  return { by: column, down: by === column && !down };
}
