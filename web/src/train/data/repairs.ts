import type { Repair } from '../../engine/types';
import { csvOf } from './csv';

/** What was read otherwise than it stands in the file, as a table of its own. */
export const repairsCsv = (repairs: readonly Repair[]) =>
  csvOf([
    ['row', 'column', 'name', 'found', 'read as', 'reason'],
    ...repairs.map(({ row, column, name, found }) => [
      row,
      column,
      name,
      found,
      0,
      found ? 'not a number' : 'missing',
    ]),
  ]);
