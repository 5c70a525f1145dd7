// The cells of a form as people write such tables: a line for each of its rows, a column for each field.
import { csvOf, tsvOf } from '../shared/csv';
import { type Cell, needsLook, type Row } from './row';

/** The forms whose cells are among the rows, by name. */
export function formsIn(rows: readonly Row[]): Pick<Cell, 'id' | 'name'>[] {
  const byId = new Map(rows.flatMap(({ cell }) => (cell ? [[cell.id, cell] as const] : [])));
  return [...byId.values()]
    .map(({ id, name }) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** A row of a form on one of its pages. */
interface WideRow {
  first: Row;
  page: number;
  texts: Map<number, string>; // by column
  open: string[]; // fields that a person has yet to look at
}

const inOrder = (one: WideRow, other: WideRow) =>
  one.page - other.page ||
  one.first.place.row - other.first.place.row ||
  one.first.taken - other.first.taken;

function wideRows(rows: readonly Row[], form: string, limit: number): WideRow[] {
  const byPlace = new Map<string, WideRow>();
  for (const row of rows) {
    const { cell, place, taken, picture, text } = row;
    if (cell?.id !== form) continue;
    const key = JSON.stringify([taken, picture, cell.page, place.row]);
    const wide: WideRow = byPlace.get(key) ?? {
      first: row,
      page: cell.page,
      texts: new Map(),
      open: [],
    };
    byPlace.set(key, wide);
    wide.texts.set(cell.column, text);
    if (needsLook(row, limit)) wide.open.push(place.field);
  }
  return [...byPlace.values()].sort(inOrder);
}

/** The names of a form's fields, in their order. */
function fieldsOf(rows: readonly Row[], form: string): [column: number, name: string][] {
  const names = new Map<number, string>();
  for (const { cell, place } of rows) if (cell?.id === form) names.set(cell.column, place.field);
  return [...names].sort(([one], [other]) => one - other);
}

/** Beside the form's fields: where a row is, and which of its cells are yet to be checked. */
function wideCells(rows: readonly Row[], form: string, limit: number) {
  const fields = fieldsOf(rows, form);
  const lines = wideRows(rows, form, limit).map(({ first, page, texts, open }) => [
    ...[first.place.row, ...fields.map(([column]) => texts.get(column) ?? '')],
    ...[open.join('; '), page, first.picture],
  ]);
  return [['row', ...fields.map(([, name]) => name), 'to check', 'page', 'file'], ...lines];
}

export const wideCsv = (rows: readonly Row[], form: string, limit: number): string =>
  csvOf(wideCells(rows, form, limit));

/** For the clipboard. */
export const wideTsv = (rows: readonly Row[], form: string, limit: number): string =>
  tsvOf(wideCells(rows, form, limit));
