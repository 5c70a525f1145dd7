// Where the cells of a long grid are, of which only those in sight exist. Rows and cells count from 0.

/** So many cells, so many in each row. */
export interface Grid {
  count: number;
  columns: number;
}

export interface Range {
  from: number;
  to: number; // the first that is not in it
}

export const rowsIn = ({ count, columns }: Grid) => Math.ceil(count / columns);

/** How many cells of a width stand side by side: one at least. */
export const columnsIn = (width: number, cell: number) => Math.max(1, Math.floor(width / cell));

/** The rows that are in sight, in pixels, and a few more on either side. */
export function rowsInSight(top: number, height: number, rowHeight: number, rows: number): Range {
  const more = 3;
  const from = Math.floor(top / rowHeight) - more;
  const to = Math.ceil((top + height) / rowHeight) + more;
  return { from: Math.max(0, Math.min(from, rows)), to: Math.max(0, Math.min(to, rows)) };
}

/** The cells of a row. */
export function cellsOf(row: number, { count, columns }: Grid): Range {
  return { from: row * columns, to: Math.min(count, (row + 1) * columns) };
}

/** From where a row can be seen whole: as it is, if it can be already. */
export function scrolledTo(row: number, top: number, height: number, rowHeight: number): number {
  const begin = row * rowHeight;
  if (begin < top) return begin;
  return Math.max(top, begin + rowHeight - height);
}

/** The cell that a key goes to from another; null for keys that go nowhere. */
export function cellAfter(
  key: string,
  at: number,
  { count, columns }: Grid,
  page: number, // rows
): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * page,
    PageDown: columns * page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined || count === 0) return null;
  const there = at + step;
  if (there >= 0 && there < count) return there;
  // An arrow stays where there is nothing further; a leap goes as far as it can.
  return key.startsWith('Arrow') ? at : Math.max(0, Math.min(there, count - 1));
}
