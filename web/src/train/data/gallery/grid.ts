// Computes the layout of a long grid in which only visible cells exist. Rows and cells count from 0.

/** A number of cells in rows of equal length. */
export interface Grid {
  count: number;
  columns: number;
}

export interface Range {
  from: number;
  to: number; // exclusive
}

export const rowsIn = ({ count, columns }: Grid) => Math.ceil(count / columns);

/** Returns how many cells fit side by side, at least one. */
export const columnsIn = (width: number, cell: number) => Math.max(1, Math.floor(width / cell));

/** Returns the rows in view, and a few more on either side. */
export function rowsInSight(top: number, height: number, rowHeight: number, rows: number): Range {
  const more = 3;
  const from = Math.floor(top / rowHeight) - more;
  const to = Math.ceil((top + height) / rowHeight) + more;
  return { from: Math.max(0, Math.min(from, rows)), to: Math.max(0, Math.min(to, rows)) };
}

/** Returns the cells of a row. */
export function cellsOf(row: number, { count, columns }: Grid): Range {
  return { from: row * columns, to: Math.min(count, (row + 1) * columns) };
}

/** Returns the scroll position that shows a row completely, unchanged if it already does. */
export function scrolledTo(row: number, top: number, height: number, rowHeight: number): number {
  const begin = row * rowHeight;
  if (begin < top) return begin;
  return Math.max(top, begin + rowHeight - height);
}

/** Returns the cell that a key moves to; null for other keys. */
export function cellAfter(
  key: string,
  at: number,
  { count, columns }: Grid,
  page: number, // in rows
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
  const target = at + step;
  if (target >= 0 && target < count) return target;
  // Arrow keys stop at the edge; longer jumps go as far as they can.
  return key.startsWith('Arrow') ? at : Math.max(0, Math.min(target, count - 1));
}
