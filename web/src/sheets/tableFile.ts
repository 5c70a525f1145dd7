// The table as files for other programs: in English, whatever the page's language.
import { csvOf, tsvOf } from '../shared/csv';
import type { Row } from './row';

/** The columns of `inkling read --table`, and what the command can't know. */
function fieldsOf(row: Row) {
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

const columns = [
  ...['file', 'left', 'top', 'right', 'bottom', 'text', 'confidence'],
  ...['line', 'read', 'checked'],
];

const cellOf = (value: string | number | boolean) => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
};

const cells = (rows: readonly Row[]) => [
  columns,
  ...rows.map((row) => Object.values(fieldsOf(row)).map(cellOf)),
];

export const tableCsv = (rows: readonly Row[]): string => csvOf(cells(rows));

/** For the clipboard: spreadsheets put what is between tabs into cells. */
export const tableTsv = (rows: readonly Row[]): string => tsvOf(cells(rows));

export const tableJson = (rows: readonly Row[]): string =>
  `${JSON.stringify(rows.map(fieldsOf), null, 2)}\n`;
