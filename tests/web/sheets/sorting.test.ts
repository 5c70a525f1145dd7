import { expect, test } from 'vitest';
import { leastCertainFirst, sorted, sortedBy } from '#web/sheets/sorting';
import { cellRow } from './cells';
import { row } from './rows';

const place = (at: number) => ({ ...row('1', 1).place, row: at });
const rows = [
  row('20', 0.9, { id: 'a', taken: 1, place: place(2) }),
  row('3', 0.2, { id: 'b', taken: 2, place: place(1) }),
  row('100', 0.9, { id: 'c', taken: 1, place: place(1) }),
];
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).join('');

test('the least certain rows come first, and equally certain ones in the order of their places', () => {
  expect(ids(sorted(rows, leastCertainFirst))).toBe('bca');
});

test('rows are sorted by place, and by text as numbers, in both directions', () => {
  expect(ids(sorted(rows, { by: 'picture', down: false }))).toBe('cab');
  expect(ids(sorted(rows, { by: 'text', down: false }))).toBe('bac');
  expect(ids(sorted(rows, { by: 'text', down: true }))).toBe('cab');
});

test('choosing a column again reverses the order', () => {
  const once = sortedBy(leastCertainFirst, 'picture');
  expect(once).toEqual({ by: 'picture', down: false });
  expect(sortedBy(once, 'picture').down).toBe(true);
});

test('cells with a reason for review come first, until they are checked', () => {
  const cells = [
    cellRow('Points', '2'),
    cellRow('Points', '3', { reason: 'out of range', checked: true }),
    cellRow('Points', '1', { reason: 'out of range' }),
  ];
  expect(sorted(cells, leastCertainFirst)[0]?.text).toBe('1');
});

test('cells are sorted by form, page, row and field, before rows that aren’t of a form', () => {
  const cells = [
    row('9', 1),
    cellRow('Mark', '3', { row: 2, column: 1 }),
    cellRow('Points', '4', { page: 2, taken: 0 }),
    cellRow('Points', '2', { row: 2 }),
    cellRow('Points', '1', { row: 1 }),
    cellRow('Litres', '5', { id: 'XYZ', name: 'Meters' }),
  ];
  const texts = sorted(cells, { by: 'form', down: false }).map(({ text }) => text);
  expect(texts.join('')).toBe('123459');
});
