// Exports the table for other programs. Always in English, so that they needn't know the page's language.
import { csvOf, tsvOf } from '../shared/csv';
import type { Row } from './row';
import { inSheetOrder } from './sorting';

/** The columns of `inkling read --table`, and those of the review, which the command doesn't have. */
function lineOf(row: Row) {
  const { x, y, width, height } = row.place.box;
  return {
    file: row.picture,
    left: Math.round(x),
    top: Math.round(y),
    right: Math.round(x + width),
    bottom: Math.round(y + height),
    text: row.text,
    confidence: Number(row.confidence.toFixed(4)),
    line: row.place.row,
    read: row.read,
    checked: row.checked,
  };
}

/** The additional columns of cells of forms. */
const cellOf = ({ cell, place }: Row, named: boolean) => ({
  form: cell?.name ?? '',
  page: cell?.page ?? '',
  ...(named ? { name: cell?.rowName ?? '' } : {}),
  field: place.field,
  reason: cell?.reason ?? '',
});

/** In the order of the sheets. If any row is of a form, all rows get the columns of forms. */
function fieldsOf(rows: readonly Row[]) {
  const withForms = rows.some(({ cell }) => cell);
  const named = rows.some(({ cell }) => cell?.rowName);
  return inSheetOrder(rows).map((row) => ({
    ...lineOf(row),
    ...(withForms ? cellOf(row, named) : {}),
  }));
}

const plain = (value: string | number | boolean) => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
};

function cells(rows: readonly Row[]) {
  const all = fieldsOf(rows);
  return [Object.keys(all[0] ?? {}), ...all.map((fields) => Object.values(fields).map(plain))];
}

export const tableCsv = (rows: readonly Row[]): string => csvOf(cells(rows));

/** For the clipboard: spreadsheets paste tab-separated values into cells. */
export const tableTsv = (rows: readonly Row[]): string => tsvOf(cells(rows));

export const tableJson = (rows: readonly Row[]): string =>
  `${JSON.stringify(fieldsOf(rows), null, 2)}\n`;
