// Texts that say where a row was read.
import { messages } from '../messages';
import type { Row } from './row';
import type { Sheets } from './sheets.svelte';

/** "Points, Ada" for a named row, "Points, row 3" for a form, "Points" if the form has a single row, "Line 3" if there is no form. */
export function placeLabel({ place: { field, row }, cell }: Row): string {
  if (!cell) return messages.sheets.line({ line: row });
  if (cell.rowName) return messages.sheets.cells.named({ field, row: cell.rowName });
  return cell.rows > 1 ? messages.sheets.cells.place({ field, row }) : field;
}

/** "Marks, page 2" */
export const pageLabel = (name: string, page: number): string =>
  messages.sheets.cells.page({ form: name, page });

/** The picture and the place in it. */
export function cutOutLabel(row: Row): string {
  const { picture, place, cell } = row;
  if (cell) return messages.sheets.cells.cutOut({ picture, place: placeLabel(row) });
  return messages.sheets.cutOut({ picture, line: place.row });
}

/** The picture, and the form's page or the line in it. */
export function sourceLabel(row: Row): string {
  const { picture, cell } = row;
  if (!cell) return cutOutLabel(row);
  return messages.sheets.cells.cutOut({ picture, place: pageLabel(cell.name, cell.page) });
}

/** The label of the button that opens a row for review. */
export function checkLabel(row: Row): string {
  const { picture, place, cell } = row;
  const text = row.text || 'blank';
  if (cell) return messages.sheets.cells.checkOne({ text, place: placeLabel(row), picture });
  return messages.sheets.checkOne({ text, picture, line: place.row });
}

/** "3 values to check", of forms, or "3 rows to check" */
export function toCheckLabel({
  withForms,
  toCheck,
}: Pick<Sheets, 'withForms' | 'toCheck'>): string {
  const { sheets } = messages;
  return withForms
    ? sheets.cells.toCheck({ values: toCheck.length })
    : sheets.toCheck({ rows: toCheck.length });
}

/** "Check 3 values", of forms, or "Check 3 rows" */
export function reviewLabel({ withForms, toCheck }: Pick<Sheets, 'withForms' | 'toCheck'>): string {
  const { sheets } = messages;
  return withForms
    ? sheets.cells.review({ values: toCheck.length })
    : sheets.review({ rows: toCheck.length });
}
