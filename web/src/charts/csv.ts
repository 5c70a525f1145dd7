import { csvOf } from '../shared/csv';
import type { Row } from './measures';

/** The file's columns. Programs read them, so they are in English in every language. */
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

/** Returns a run's history as CSV. Missing values are empty. */
export const historyCsv = (rows: readonly Row[]): string =>
  csvOf([
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, valueIn]) => written(valueIn(row)))),
  ]);
