// Where a row was read, in words.
import { messages } from '../messages';
import type { Row } from './row';

/** "Points, row 3" of a form, of one with a single row the field alone, or "Line 3". */
export function placeOf({ place: { field, row }, cell }: Row): string {
  if (!cell) return messages.sheets.line({ line: row });
  return cell.rows > 1 ? messages.sheets.cells.place({ field, row }) : field;
}

/** "Marks, page 2" */
export const pageOf = (name: string, page: number): string =>
  messages.sheets.cells.page({ form: name, page });

/** The same with the picture. */
export function cutOutName(row: Row): string {
  const { picture, place, cell } = row;
  if (cell) return messages.sheets.cells.cutOut({ picture, place: placeOf(row) });
  return messages.sheets.cutOut({ picture, line: place.row });
}

/** The picture, with the page of a form or the line in it. */
export function sourceName(row: Row): string {
  const { picture, cell } = row;
  if (!cell) return cutOutName(row);
  return messages.sheets.cells.cutOut({ picture, place: pageOf(cell.name, cell.page) });
}

/** What the button is called that opens it. */
export function checkName(row: Row): string {
  const { picture, place, cell } = row;
  const text = row.text || 'blank';
  if (cell) return messages.sheets.cells.checkOne({ text, place: placeOf(row), picture });
  return messages.sheets.checkOne({ text, picture, line: place.row });
}
