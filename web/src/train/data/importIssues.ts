import { messages } from '../../messages';
import { count } from '../../messages/format';
import type { CellFix, RejectedRow } from '../../protocol/types';
import { csvOf } from '../../shared/csv';

/** A problem at a place in a file, in words. */
export interface ImportIssue {
  file: string;
  row: number;
  column: string; // empty if the whole row is affected
  found: string; // empty if the cell is empty
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

/** Describes cells that were read as 0, with their content. */
export const cellIssues = (repairs: readonly CellFix[]) =>
  repairs.map((repair) => issueOf(repair, repair.found));

/** Describes rejected rows, with the reason. */
export const rowIssues = (refused: readonly RejectedRow[]) =>
  refused.map((row) => issueOf(row, reasonOf(row)));

/** Writes a CSV of all cells whose content was replaced. */
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

/** Writes a CSV of rejected rows. The column is empty if the whole row is affected. */
export const rowsLeftOutCsv = (refused: readonly RejectedRow[]) =>
  csvOf([
    ['file', 'row', 'column', 'name', 'found', 'reason'],
    ...refused.map((at) => [at.file, at.row, at.column || '', at.name, at.found, reasonOf(at)]),
  ]);
