import { csvOf } from '../shared/csv';
import type { Row } from './history';

/** The file's columns. They are for programs: in English whatever the page's language. */
const columns: [name: string, valueIn: (row: Row) => number | null][] = [
  ['Step', (row) => row.step],
  ['Epoch', (row) => Number(row.epoch.toPrecision(9))],
  ['Time (s)', (row) => Number((row.elapsed_ms / 1000).toFixed(3))],
  ['Batch loss', (row) => row.batch_loss],
  ['Batch accuracy (0 to 1)', (row) => row.batch_accuracy],
  ['Training loss', (row) => row.training_loss],
  ['Training accuracy (0 to 1)', (row) => row.training_accuracy],
  ['Validation loss', (row) => row.validation_loss],
  ['Validation accuracy (0 to 1)', (row) => row.validation_accuracy],
];

const written = (value: number | null) =>
  value === null || !Number.isFinite(value) ? '' : String(value);

/** The history of a run as CSV: what was measured, and nothing where nothing was. */
export const historyCsv = (rows: readonly Row[]): string =>
  csvOf([
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, valueIn]) => written(valueIn(row)))),
  ]);
