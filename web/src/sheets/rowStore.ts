import { reviewReasons } from '../protocol/forms';
import { readAll, readOne, remove, save } from '../storage/database';
import type { Cell, CutOut, Row } from './row';

/** Persistent storage of rows and their cut-outs. Rejects if the browser denies it or is out of space. */
export interface RowStore {
  read(): Promise<Row[]>;
  save(rows: readonly Row[]): Promise<void>;
  saveCutOuts(cutOuts: ReadonlyMap<string, CutOut>): Promise<void>;
  cutOut(id: string): Promise<CutOut | null>;
  remove(ids: readonly string[]): Promise<void>;
}

type Unknown<Type> = { [Field in keyof Type]?: unknown };

const fieldsOf = <Type>(value: unknown): Unknown<Type> =>
  typeof value === 'object' && value !== null ? value : {};

const areNumbers = (...values: unknown[]) => values.every(Number.isFinite);
const areTexts = (...values: unknown[]) => values.every((value) => typeof value === 'string');

function isPlace(value: unknown): value is Row['place'] {
  const { field, row, box } = fieldsOf<Row['place']>(value);
  const { x, y, width, height } = fieldsOf<Row['place']['box']>(box);
  return areTexts(field) && areNumbers(row, x, y, width, height);
}

/** A row of a picture that doesn't show a form has no cell. */
function isCell(value: unknown): value is Row['cell'] {
  if (value === undefined) return true;
  const { id, name, page, rows, column, reason, rowName = '' } = fieldsOf<Cell>(value);
  const known = reason === null || reviewReasons.some((one) => one === reason);
  return areTexts(id, name, rowName) && areNumbers(page, rows, column) && known;
}

function isRow(value: unknown): value is Row {
  const { id, picture, taken, place, read, text, confidence, checked, cell } = fieldsOf<Row>(value);
  return (
    areTexts(id, picture, read, text) &&
    areNumbers(taken, confidence) &&
    typeof checked === 'boolean' &&
    isPlace(place) &&
    isCell(cell)
  );
}

function isCutOut(value: unknown): value is CutOut {
  const { picture, images } = fieldsOf<CutOut>(value);
  return picture instanceof Uint8Array && images instanceof Uint8Array;
}

export const browserRowStore: RowStore = {
  read: () => readAll('rows', isRow),
  save: (rows) =>
    save(
      'rows',
      rows.map((row) => [row.id, row]),
    ),
  saveCutOuts: (cutOuts) => save('cutOuts', [...cutOuts]),
  cutOut: (id) => readOne('cutOuts', id, isCutOut),
  async remove(ids) {
    await remove('rows', ids);
    await remove('cutOuts', ids);
  },
};
