import { expect, test } from 'vitest';
import { collapseSpaces, doubtOf, needsReview } from '#web/sheets/row';
import { cellRow } from './cells';
import { row } from './rows';

test.each([
  ['is empty', row('', 0), 'nothing'],
  ['has a character that isn’t a digit', row('1?4', 0), 'unread'],
  ['has a confidence below the limit', row('14', 0.94), 'unsure'],
  ['has a confidence at the limit', row('14', 0.95), null],
])('the doubt about a row that %s', (_, one, doubt) => {
  expect(doubtOf(one, 0.95)).toBe(doubt);
});

test('a checked row needs no review', () => {
  expect(needsReview(row('14', 0.5), 0.95)).toBe(true);
  expect(needsReview(row('14', 0.5, { checked: true }), 0.95)).toBe(false);
});

test('surplus spaces are removed', () => {
  expect(collapseSpaces('  12   5 ')).toBe('12 5');
});

test.each([
  ['is empty', cellRow('Points', ''), null],
  ['the core marked for review', cellRow('Points', '17', { reason: 'faint mark' }), 'faint'],
  [
    'has a character that isn’t a digit',
    cellRow('Points', '1?', { reason: 'not a digit' }),
    'unread',
  ],
])('the doubt about a form’s cell that %s', (_, one, doubt) => {
  expect(doubtOf(one, 0.95)).toBe(doubt);
});

test('with a higher limit than the default, more cells of forms need review', () => {
  expect(doubtOf(cellRow('Points', '17'), 0.95)).toBeNull();
  expect(doubtOf(cellRow('Points', '17'), 0.999)).toBe('unsure');
});
