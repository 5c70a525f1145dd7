import { afterEach, expect, test } from 'vitest';
import { numberIn, numberText } from '#web/kit/typedNumber';
import { useLanguage } from '#web/messages';

afterEach(() => useLanguage('en', null));

test('writes a number in its language with all digits', () => {
  expect(numberText(0.001)).toBe('0.001');
  expect(numberText(4294967295)).toBe('4294967295');
  expect(numberText(0.07 * 100)).toBe('7');
  expect(numberText(Number.NaN)).toBe('');
  useLanguage('de', null);
  expect(numberText(0.001)).toBe('0,001');
});

test('accepts both separators in any language, and rejects other text', () => {
  expect(numberIn(' 0,25 ')).toBe(0.25);
  expect(numberIn('0.25')).toBe(0.25);
  for (const text of ['', ' ', 'x', '1,2,3']) expect(numberIn(text)).toBeNaN();
});
