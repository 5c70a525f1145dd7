import { expect, test } from 'vitest';
import { doubtOf, needsLook, tidied } from '#web/sheets/row';
import { cellRow } from './cells';
import { row } from './rows';

test.each([
  ['nothing was found', row('', 0), 'nothing'],
  ['a sign is no digit', row('1?4', 0), 'unread'],
  ['it is less likely right than the limit', row('14', 0.94), 'unsure'],
  ['it is as likely as that', row('14', 0.95), null],
])('a row is doubtful, or not, where %s', (_, one, doubt) => {
  expect(doubtOf(one, 0.95)).toBe(doubt);
});

test('what a person has looked at needs no other look', () => {
  expect(needsLook(row('14', 0.5), 0.95)).toBe(true);
  expect(needsLook(row('14', 0.5, { checked: true }), 0.95)).toBe(false);
});

test('spaces around what is typed are not meant', () => {
  expect(tidied('  12   5 ')).toBe('12 5');
});

test.each([
  ['is empty', cellRow('Points', ''), null],
  ['is in doubt by the core', cellRow('Points', '17', { reason: 'faint mark' }), 'faint'],
  ['has a sign that is no digit', cellRow('Points', '1?', { reason: 'not a digit' }), 'unread'],
])('a form’s cell is doubtful, or not, where it %s', (_, one, doubt) => {
  expect(doubtOf(one, 0.95)).toBe(doubt);
});

test('by a higher limit a person puts up more of a form’s cells', () => {
  expect(doubtOf(cellRow('Points', '17'), 0.95)).toBeNull();
  expect(doubtOf(cellRow('Points', '17'), 0.999)).toBe('unsure');
});
