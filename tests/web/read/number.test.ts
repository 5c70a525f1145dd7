import { expect, test } from 'vitest';
import { certaintyOf } from '#web/read/number';
import { digitsOf } from '#web/shared/digitReadings';
import { oneOrSeven, readingOf, scribble, seven } from '../readings';

const none = new Map<number, string>();

test('a number is as sure as all its digits together', () => {
  expect(certaintyOf(digitsOf(readingOf(seven, oneOrSeven)), none)).toBeCloseTo(0.98 * 0.55);
});

test('a corrected digit is not doubted, not even one that was taken for none', () => {
  const digits = digitsOf(readingOf(seven, scribble));
  expect(certaintyOf(digits, new Map([[1, '3']]))).toBeCloseTo(0.98);
});

test('a single digit, and a number with something that is none, have no certainty of the whole', () => {
  expect(certaintyOf(digitsOf(readingOf(seven)), none)).toBeNull();
  expect(certaintyOf(digitsOf(readingOf(seven, scribble)), none)).toBeNull();
});
