import { describe, expect, test } from 'vitest';
import type { CellFix, RejectedRow } from '#web/protocol/types';
import { cellIssues, repairsCsv, rowIssues, rowsLeftOutCsv } from '#web/train/data/importIssues';
import { realTrainingEngine } from '../../realEngine';

const repairs: CellFix[] = [
  { file: 'a.csv', row: 3, column: 2, name: 'pixel0', found: 'x,y' },
  { file: 'b.csv', row: 4, column: 5, name: '', found: '' },
];

const at = { file: 'a.csv', row: 7, column: 1, name: 'label' };
const refused: RejectedRow[] = [
  { ...at, column: 0, name: '', fault: 'values', found: '783', bound: 785 },
  { ...at, fault: 'label', found: 'x', bound: 9 },
  { ...at, fault: 'label', found: '', bound: 9 },
  { ...at, column: 4, name: '', fault: 'pixel', found: '300', bound: 255 },
  { ...at, column: 0, name: '', fault: 'strokes', found: 'not a JSON object', bound: 0 },
];

describe('a repaired cell', () => {
  test('is described by its column’s name, or by its number', () => {
    expect(cellIssues(repairs)).toEqual([
      { file: 'a.csv', row: 3, column: 'pixel0', found: 'x,y' },
      { file: 'b.csv', row: 4, column: '5', found: '' },
    ]);
  });

  test('is listed with its place, content and reason', () => {
    expect(repairsCsv(repairs)).toBe(
      'file,row,column,name,found,read as,reason\r\n' +
        'a.csv,3,2,pixel0,"x,y",0,not a number\r\nb.csv,4,5,,,0,missing\r\n',
    );
  });
});

describe('a skipped row', () => {
  test('is described with its reason, each kind in its own words', () => {
    expect(rowIssues(refused).map(({ column, found }) => [column, found])).toEqual([
      ['', '783 values, expected 785.'],
      ['label', 'The label is “x”, expected 0 to 9.'],
      ['label', 'The label is missing.'],
      ['4', '300 is out of range. Expected 0 to 255.'],
      ['', 'Invalid strokes: not a JSON object.'],
    ]);
  });

  test('is listed with its file, number and reason', () => {
    expect(rowsLeftOutCsv(refused.slice(0, 2))).toBe(
      'file,row,column,name,found,reason\r\n' +
        'a.csv,7,,,783,"783 values, expected 785."\r\n' +
        'a.csv,7,1,label,x,"The label is “x”, expected 0 to 9."\r\n',
    );
  });
});

describe('the engine', async () => {
  const engine = await realTrainingEngine();
  const row = (label: string) => `${label}${',0'.repeat(784)}\n`;
  const table = (bad: string) => new TextEncoder().encode(`${row('3').repeat(20)}${bad}`);

  test('reports skipped rows with their file', () => {
    const data = new engine.Data();
    for (const name of ['a.csv', 'b.csv']) {
      data.open(name, false, 0);
      expect(data.push(table(`${row('12')}5,,1\n`))).toBe('');
      expect(data.close()).toBe('');
    }
    expect(data.finish()).toBe('');
    const { images, rows_rejected } = data.summary();
    expect([images, rows_rejected]).toEqual([40, 4]);
    expect(
      data.rejected_rows().map(({ file, row, fault, found }) => [file, row, fault, found]),
    ).toEqual([
      ['a.csv', 21, 'label', '12'],
      ['a.csv', 22, 'values', '3'],
      ['b.csv', 21, 'label', '12'],
      ['b.csv', 22, 'values', '3'],
    ]);
    data.delete();
  });

  test('refuses a file in which every row is needed', () => {
    const data = new engine.Data();
    data.require_all_rows();
    data.open('test.csv', false, 0);
    expect(JSON.parse(data.push(table('5,,1\n')) || data.close())).toEqual({
      message: 'row 21: 3 values, expected 785. Every row of this file is needed. Please fix it.',
      ...{ code: 'everyRowNeeded', row: 21, fault: 'values', found: '3', bound: 785 },
    });
    data.delete();
  });
});
