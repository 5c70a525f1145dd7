import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { useLanguage } from '#web/messages';
import {
  bytes,
  compact,
  count,
  decimal,
  duration,
  likelihood,
  percent,
  percentMark,
  speed,
} from '#web/messages/format';
import type { Language } from '#web/messages/languages';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0.9713, '97.1%'],
  [1, '100%'],
  [0.9999, '99.9%'],
  [0, '0%'],
  [Number.NaN, '–'],
])('formats a share of %s as %s', (share, text) => {
  expect(plain(percent(share))).toBe(text);
});

test('axis labels are as short as possible', () => {
  expect([0.9, 0.975].map((share) => plain(percentMark(share)))).toEqual(['90%', '97.5%']);
});

test('only exactly 1 is shown as 100%', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
      expect(percent(share)).not.toMatch(/^100/);
    }),
  );
});

test.each([
  [0, 'under 1%'],
  [0.0004, 'under 1%'],
  [0.0099, 'under 1%'],
  [0.01, '1.0%'],
  [0.123, '12.3%'],
])('formats a probability of %s as %s', (share, text) => {
  expect(plain(likelihood(share, 'en', 'under %'))).toBe(text);
});

test.each([
  [12_400, '12 s'],
  [0, '0 s'],
  [3, '0.1 s'],
  [420, '0.4 s'],
  [960, '1 s'],
  [75_000, '1 min 15 s'],
  [7_500_000, '2 h 5 min'],
  [-3, '0 s'],
])('formats %s milliseconds as %s', (ms, text) => {
  expect(plain(duration(ms))).toBe(text);
});

test('groups digits of counts', () => {
  expect(count(42_000)).toBe('42,000');
});

test('speeds, losses and sizes show only meaningful digits', () => {
  expect(speed(23_456)).toBe('23,500');
  expect(decimal(0.012345)).toBe('0.0123');
  expect(decimal(Number.NaN)).toBe('–');
  expect(plain(bytes(76_775_041))).toBe('76.8 MB');
  expect(plain(bytes(1e9))).toBe('1 GB');
  expect(plain(compact(120e6))).toBe('120 million');
});

describe('tiny numbers are written as powers of ten', () => {
  afterEach(() => useLanguage('en', null));

  test.each<[Language, string]>([
    ['en', '3.7 × 10⁻¹²'],
    ['de', '3,7 × 10⁻¹²'],
    ['es', '3,7 × 10⁻¹²'],
    ['fr', '3,7 × 10⁻¹²'],
    ['zh', '3.7 × 10⁻¹²'],
    ['ja', '3.7 × 10⁻¹²'],
    ['ar', '3.7 × 10⁻¹²'],
  ])('in %s', (name, text) => {
    useLanguage(name, null);
    const written = (value: number) => plain(decimal(value)).replaceAll('\u200e', '');
    expect(written(3.7e-12)).toBe(`\u2066${text}\u2069`);
    expect(written(-4e-8)).toBe('\u2066-4 × 10⁻⁸\u2069');
  });

  test('and other numbers stay as they are', () => {
    expect(decimal(0)).toBe('0');
    expect(decimal(1e-6)).toBe('0.000001');
  });
});
