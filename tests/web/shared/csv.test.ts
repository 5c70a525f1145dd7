import { expect, test } from 'vitest';
import { csvOf, tsvOf } from '#web/shared/csv';

const cell = (value: string | number) => csvOf([[value]]).replace(/\r\n$/, '');

test('quotes fields as RFC 4180 requires', () => {
  expect(csvOf([['a,b', 'say "no"', 7, ' x']])).toBe('"a,b","say ""no""",7," x"\r\n');
});

test.each(['=1+1', '+cmd', "-1+cmd|'/c calc'!A0", '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])(
  'disables text that a spreadsheet would run as a formula: %j',
  (text) => {
    expect(cell(text)).toBe(`"'${text}"`);
  },
);

test('numbers stay numbers', () => {
  for (const value of [-5, -0.5, 1e-7, '-5', '+3.25', '-1e-7', '-.5'])
    expect(cell(value)).toBe(String(value));
});

test('clipboard cells are on one line and no formulas', () => {
  expect(tsvOf([['a\tb\r\nc', '=1+1', -5, '"q"']])).toBe('a b c\t\'=1+1\t-5\t"q"\n');
});
