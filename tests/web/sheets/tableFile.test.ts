import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { tableCsv, tableJson, tableTsv } from '#web/sheets/tableFile';
import { row } from './rows';

const rows = [
  row('1?4', 0.123456, { picture: 'Klasse 7, "b"/=cmd.png', text: '174', checked: true }),
  row('', 0, { picture: '@SUM(A1).jpg' }),
];

test('the CSV has the columns of the command and what a person did', () => {
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

test('for the clipboard there is a tab between cells, and none within', () => {
  const tabbed = tableTsv([row('12', 1, { picture: 'a\tb\n=c.png' }), row('5', 1)]);
  const lines = tabbed.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.split('\t')).toHaveLength(10);
  expect(lines[1]).toMatch(/^a b =c\.png\t/);
});

test('the JSON says the same, by name', () => {
  expect(JSON.parse(tableJson(rows))[0]).toMatchObject({
    ...{ file: 'Klasse 7, "b"/=cmd.png', left: 10, bottom: 60, text: '174', read: '1?4' },
    ...{ line: 1, confidence: 0.1235, checked: true },
  });
});
