// The cells of a form in wide format, to show and to export: a line per row of the form, a column per field.
import { csvOf, tsvOf } from '../shared/csv';
import { type Cell, needsReview, type Row } from './row';

/** The forms that the rows are of, sorted by name. */
export function formsIn(rows: readonly Row[]): Pick<Cell, 'id' | 'name'>[] {
  const byId = new Map(rows.flatMap(({ cell }) => (cell ? [[cell.id, cell] as const] : [])));
  return [...byId.values()]
    .map(({ id, name }) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

const rowKey = ({ taken, picture, cell, place }: Row): string =>
  JSON.stringify([taken, picture, cell?.page, place.row]);

/** The number of rows of forms, and of lines. */
export const countRows = (rows: readonly Row[]): number => new Set(rows.map(rowKey)).size;

/** A row of a form in one picture. */
interface WideRow {
  first: Row; // any of its cells
  page: number;
  cells: Map<number, Row>; // by column
}

/** The cells of a form. */
export interface WideTable {
  fields: [column: number, name: string][]; // in order
  named: boolean; // whether its rows have names
  lines: WideRow[];
}

/** Keeps the rows of a sheet together if several pictures show the same page. */
const byPicture = (one: WideRow, other: WideRow) =>
  one.first.taken - other.first.taken ||
  one.page - other.page ||
  one.first.place.row - other.first.place.row;

export function wideTable(rows: readonly Row[], form: string): WideTable {
  const fields = new Map<number, string>();
  const lines = new Map<string, WideRow>();
  let named = false;
  for (const row of rows) {
    const { cell, place } = row;
    if (cell?.id !== form) continue;
    named ||= Boolean(cell.rowName);
    fields.set(cell.column, place.field);
    const key = rowKey(row);
    const line = lines.get(key) ?? { first: row, page: cell.page, cells: new Map<number, Row>() };
    lines.set(key, line);
    line.cells.set(cell.column, row);
  }
  return {
    fields: [...fields].sort(([one], [other]) => one - other),
    named,
    lines: [...lines.values()].sort(byPicture),
  };
}

/** Whether a line is the first of its picture's page. */
export function startsSheet(lines: readonly WideRow[], at: number): boolean {
  const [line, before] = [lines[at], lines[at - 1]];
  return line?.first.taken !== before?.first.taken || line?.page !== before?.page;
}

/** The fields of a row that still need review. */
const fieldsToReview = ({ cells }: WideRow, limit: number): string[] =>
  [...cells.values()].filter((row) => needsReview(row, limit)).map(({ place }) => place.field);

/** If rows have names, the second column has them. The last say where a row is, and what still needs review. */
function wideCells(rows: readonly Row[], form: string, limit: number) {
  const { fields, named, lines } = wideTable(rows, form);
  const written = lines.map((line) => [
    ...[line.first.place.row, ...(named ? [line.first.cell?.rowName ?? ''] : [])],
    ...fields.map(([column]) => line.cells.get(column)?.text ?? ''),
    ...[fieldsToReview(line, limit).join('; '), line.page, line.first.picture],
  ]);
  const header = ['row', ...(named ? ['name'] : []), ...fields.map(([, name]) => name)];
  return [[...header, 'to check', 'page', 'file'], ...written];
}

export const wideCsv = (rows: readonly Row[], form: string, limit: number): string =>
  csvOf(wideCells(rows, form, limit));

/** For the clipboard. */
export const wideTsv = (rows: readonly Row[], form: string, limit: number): string =>
  tsvOf(wideCells(rows, form, limit));
