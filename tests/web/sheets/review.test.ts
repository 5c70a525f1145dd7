import { expect, test } from 'vitest';
import { accept, back, currentOf, extended, reviewOf, skip, undo } from '#web/sheets/review';
import { row } from './rows';

const three = reviewOf(['a', 'b', 'c']);

test('accepting or skipping a row moves on to the next, up to the end', () => {
  const second = accept(three, row('1', 1));
  expect(currentOf(second)).toBe('b');
  const end = skip(skip(second));
  expect([currentOf(end), end.at, end.accepted.length]).toEqual([null, 3, 1]);
  expect(skip(end).at).toBe(3);
});

test('going back shows the previous row and accepts nothing', () => {
  const second = back(skip(skip(three)));
  expect([currentOf(second), second.accepted.length]).toEqual(['b', 0]);
  expect(back(back(second)).at).toBe(0);
});

test('undo returns to the last accepted row from anywhere, and has its previous state', () => {
  const before = row('7', 0.3);
  const later = skip(accept(three, before));
  expect(later.accepted.at(-1)?.row).toBe(before);
  const undone = undo(later);
  expect([currentOf(undone), undone.accepted.length]).toEqual(['a', 0]);
  expect(undo(undone)).toBe(undone);
});

test('new rows are appended once', () => {
  const longer = extended(skip(three), ['d', 'a', 'e']);
  expect(longer.ids).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(currentOf(longer)).toBe('b');
  expect(extended(longer, ['e', 'c'])).toBe(longer);
});
