import { expect, test } from 'vitest';
import { certaintyOf } from '#web/read/number';
import { digitsOf } from '#web/shared/digitReadings';
import { oneOrSeven, readingOf, scribble, seven } from '../readings';

const none = new Map<number, string>();

test('a number’s confidence is the product over its digits', () => {
  expect(certaintyOf(digitsOf(readingOf(seven, oneOrSeven)), none)).toBeCloseTo(0.98 * 0.55);
});

test('corrected digits count as certain, even if rejected before', () => {
  const digits = digitsOf(readingOf(seven, scribble));
  expect(certaintyOf(digits, new Map([[1, '3']]))).toBeCloseTo(0.98);
});

test('single digits and numbers with rejected ones have no total confidence', () => {
  expect(certaintyOf(digitsOf(readingOf(seven)), none)).toBeNull();
  expect(certaintyOf(digitsOf(readingOf(seven, scribble)), none)).toBeNull();
});
