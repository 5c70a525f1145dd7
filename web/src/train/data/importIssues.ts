import { messages } from '../../messages';
import { count } from '../../messages/format';
import type { CellFix, RejectedRow } from '../../protocol/types';
import { csvOf } from '../../shared/csv';

/** What was wrong at a place of a file, in words. */
export interface ImportIssue {
  file: string;
  row: number;
  column: string; // empty where the row as a whole is wrong
  found: string; // empty where nothing stands there
}

const columnOf = ({ name, column }: CellFix | RejectedRow) => name || (column ? count(column) : '');

const issueOf = (at: CellFix | RejectedRow, found: string): ImportIssue => ({
  file: at.file,
  row: at.row,
  column: columnOf(at),
  found,
});

function reasonOf({ fault, found, bound }: RejectedRow): string {
  if (fault === 'values') return messages.importIssues.values({ found, wanted: bound });
  if (fault === 'pixel') return messages.importIssues.pixel({ found, most: bound });
  if (fault === 'strokes') return messages.importIssues.strokes({ found });
  return found ? messages.importIssues.label({ found }) : messages.importIssues.noLabel;
}

/** Cells that were read as 0, with what stands there. */
export const cellIssues = (repairs: readonly CellFix[]) =>
  repairs.map((repair) => issueOf(repair, repair.found));

/** Rejected rows, with the reason. */
export const rowIssues = (refused: readonly RejectedRow[]) =>
  refused.map((row) => issueOf(row, reasonOf(row)));

/** What was read otherwise than it stands in the file, as a table of its own. */
export const repairsCsv = (repairs: readonly CellFix[]) =>
  csvOf([
    ['file', 'row', 'column', 'name', 'found', 'read as', 'reason'],
    ...repairs.map(({ file, row, column, name, found }) => [
      file,
      row,
      column,
      name,
      found,
      0,
      found ? 'not a number' : 'missing',
    ]),
  ]);

/** The same for rejected rows; no column if the whole row is wrong. */
export const rowsLeftOutCsv = (refused: readonly RejectedRow[]) =>
  csvOf([
    ['file', 'row', 'column', 'name', 'found', 'reason'],
    ...refused.map((at) => [at.file, at.row, at.column || '', at.name, at.found, reasonOf(at)]),
  ]);
