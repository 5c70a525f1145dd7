// Exports the cells of a form in wide format: a line per row of the form, a column per field.
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
  texts: Map<number, string>; // by column
  toReview: string[]; // names of fields
}

/** Keeps the rows of a sheet together if several pictures show the same page. */
const byPicture = (one: WideRow, other: WideRow) =>
  one.first.taken - other.first.taken ||
  one.page - other.page ||
  one.first.place.row - other.first.place.row;

function wideRows(rows: readonly Row[], form: string, limit: number): WideRow[] {
  const byPlace = new Map<string, WideRow>();
  for (const row of rows) {
    const { cell, place, text } = row;
    if (cell?.id !== form) continue;
    const key = rowKey(row);
    const wide: WideRow = byPlace.get(key) ?? {
      first: row,
      page: cell.page,
      texts: new Map(),
      toReview: [],
    };
    byPlace.set(key, wide);
    wide.texts.set(cell.column, text);
    if (needsReview(row, limit)) wide.toReview.push(place.field);
  }
  return [...byPlace.values()].sort(byPicture);
}

/** The columns of a form and their field names, in order. */
function fieldsOf(rows: readonly Row[], form: string): [column: number, name: string][] {
  const names = new Map<number, string>();
  for (const { cell, place } of rows) if (cell?.id === form) names.set(cell.column, place.field);
  return [...names].sort(([one], [other]) => one - other);
}

/** If rows have names, the second column has them. The last say where a row is, and what still needs review. */
function wideCells(rows: readonly Row[], form: string, limit: number) {
  const fields = fieldsOf(rows, form);
  const named = rows.some(({ cell }) => cell?.id === form && cell.rowName);
  const lines = wideRows(rows, form, limit).map(({ first, page, texts, toReview }) => [
    ...[first.place.row, ...(named ? [first.cell?.rowName ?? ''] : [])],
    ...fields.map(([column]) => texts.get(column) ?? ''),
    ...[toReview.join('; '), page, first.picture],
  ]);
  const header = ['row', ...(named ? ['name'] : []), ...fields.map(([, name]) => name)];
  return [[...header, 'to check', 'page', 'file'], ...lines];
}

export const wideCsv = (rows: readonly Row[], form: string, limit: number): string =>
  csvOf(wideCells(rows, form, limit));

/** For the clipboard. */
export const wideTsv = (rows: readonly Row[], form: string, limit: number): string =>
  tsvOf(wideCells(rows, form, limit));
