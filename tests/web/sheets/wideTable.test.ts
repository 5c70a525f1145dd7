import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { countRows, formsIn, wideCsv, wideTable } from '#web/sheets/wideTable';
import { cellRow } from './cells';
import { row } from './rows';

const read = (csv: string) => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

const rows = [
  cellRow('Mark', '1.5', { row: 2, column: 1 }),
  cellRow('Points', '17', { row: 1, column: 0 }),
  cellRow('Points', '9', { row: 2, column: 0, reason: 'faint mark' }),
  cellRow('Points', '4', { row: 28, column: 0, page: 2, taken: 2 }),
  cellRow('Litres', '300', { id: 'XYZ', name: 'Meters' }),
  row('123', 0.2),
];

test('the table has a line per row of the form, and its fields in order', () => {
  expect(read(wideCsv(rows, 'ABC', 0.95))).toEqual([
    ['row', 'Points', 'Mark', 'to check', 'page', 'file'],
    ['1', '17', '', '', '1', '1.jpg'],
    ['2', '9', '1.5', 'Points', '1', '1.jpg'],
    ['28', '4', '', '', '2', '2.jpg'],
  ]);
});

test('a cell can be found by its line and column', () => {
  const { fields, named, lines } = wideTable(rows, 'ABC');
  expect(fields).toEqual([
    [0, 'Points'],
    [1, 'Mark'],
  ]);
  expect(named).toBe(false);
  expect(lines.map(({ cells }) => [0, 1].map((column) => cells.get(column)?.text))).toEqual([
    ['17', undefined],
    ['9', '1.5'],
    ['4', undefined],
  ]);
});

test('names of rows have a column of their own', () => {
  const named = [
    cellRow('Points', '1', { rowName: 'Ada' }),
    cellRow('Points', '2', { row: 2, rowName: '' }),
  ];
  expect(read(wideCsv(named, 'ABC', 0.95)).map((cells) => cells.slice(0, 3))).toEqual([
    ['row', 'name', 'Points'],
    ['1', 'Ada', '1'],
    ['2', '', '2'],
  ]);
});

test('two pictures of a page add separate lines', () => {
  const twice = [cellRow('Points', '1'), cellRow('Points', '2', { taken: 2 })];
  expect(read(wideCsv(twice, 'ABC', 0.95)).map(([, text]) => text)).toEqual(['Points', '1', '2']);
});

test('the rows of a picture stay together, and pictures are in the order in which they were added', () => {
  const sheets = [2, 1].flatMap((taken) =>
    [2, 1].map((row) => cellRow('Points', `${taken}${row}`, { taken, row })),
  );
  const texts = read(wideCsv(sheets, 'ABC', 0.95)).map(([, text]) => text);
  expect(texts).toEqual(['Points', '11', '12', '21', '22']);
});

test('rows are counted once, however many cells they have', () => {
  expect(countRows(rows.filter(({ cell }) => cell?.id !== 'XYZ'))).toBe(4);
});

test('a field’s name can’t run as a formula', () => {
  expect(wideCsv([cellRow('=cmd', '1')], 'ABC', 0.95)).toMatch(/^row,"'=cmd",/);
});

test('the forms of the rows are sorted by name', () => {
  expect(formsIn(rows).map(({ name }) => name)).toEqual(['Marks', 'Meters']);
});
