// Example cells of a form.
import type { Cell, Row } from '#web/sheets/row';
import { row } from './rows';

export interface CellChanges extends Partial<Cell> {
  taken?: number;
  row?: number;
  checked?: boolean;
}

let last = 0;

/** A cell of page 1 of the form "Marks". */
export function cellRow(field: string, text: string, changes: CellChanges = {}): Row {
  const { taken = 1, row: at = 1, checked = false, ...cell } = changes;
  last += 1;
  return row(text, 0.99, {
    ...{ id: `cell-${last}`, picture: `${taken}.jpg`, taken, checked },
    place: { field, row: at, box: { x: 0, y: 0, width: 10, height: 10 } },
    cell: { id: 'ABC', name: 'Marks', page: 1, rows: 30, column: 0, reason: null, ...cell },
  });
}
