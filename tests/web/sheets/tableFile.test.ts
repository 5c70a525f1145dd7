import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { tableCsv, tableJson, tableTsv } from '#web/sheets/tableFile';
import { cellRow } from './cells';
import { row } from './rows';

const rows = [
  row('1?4', 0.123456, { picture: 'Klasse 7, "b"/=cmd.png', text: '174', checked: true }),
  row('', 0, { picture: '@SUM(A1).jpg', taken: 2 }),
];

test('the CSV has the columns of the command and those of the review', () => {
  const { data } = Papa.parse<string[]>(tableCsv(rows), { skipEmptyLines: true });
  expect(data).toEqual([
    [
      ...['file', 'left', 'top', 'right', 'bottom', 'text', 'confidence'],
      ...['line', 'read', 'checked'],
    ],
    ['Klasse 7, "b"/=cmd.png', '10', '20', '40', '60', '174', '0.1235', '1', '1?4', 'yes'],
    ["'@SUM(A1).jpg", '10', '20', '40', '60', '', '0', '1', '', 'no'],
  ]);
});

test('if there are cells of forms, all rows have columns for form, page, field and reason', () => {
  const cell = cellRow('Points', '17', { row: 28, page: 2, reason: 'faint mark' });
  const { data } = Papa.parse<string[]>(tableCsv([cell, ...rows]), { skipEmptyLines: true });
  expect(data.slice(0, 3).map((line) => line.slice(10))).toEqual([
    ['form', 'page', 'field', 'reason'],
    ['Marks', '2', 'Points', 'faint mark'],
    ['', '', '', ''],
  ]);
  expect(data[1]?.[7]).toBe('28');
});

test('the clipboard gets tabs between cells, and none inside them', () => {
  const tabbed = tableTsv([row('12', 1, { picture: 'a\tb\n=c.png' }), row('5', 1)]);
  const lines = tabbed.split('\n').slice(0, -1);
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.split('\t')).toHaveLength(10);
  expect(lines[1]).toMatch(/^a b =c\.png\t/);
});

test('the JSON has the same values by name', () => {
  expect(JSON.parse(tableJson(rows))[0]).toMatchObject({
    ...{ file: 'Klasse 7, "b"/=cmd.png', left: 10, bottom: 60, text: '174', read: '1?4' },
    ...{ line: 1, confidence: 0.1235, checked: true },
  });
});

test('rows are in the order of the sheets and their places', () => {
  const shown = [
    cellRow('Points', '3', { row: 2 }),
    cellRow('Points', '5', { taken: 2 }),
    cellRow('Here', '2', { column: 1 }),
    cellRow('Points', '1'),
    cellRow('Here', '4', { row: 2, column: 1 }),
  ];
  const texts = (JSON.parse(tableJson(shown)) as { text: string }[]).map(({ text }) => text);
  expect(texts.join('')).toBe('12345');
});
