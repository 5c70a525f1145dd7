import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytes,
  count,
  counted,
  decimal,
  duration,
  likelihood,
  percent,
  percentMark,
  speed,
} from '#web/messages/format';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0.9713, '97.1 %'],
  [1, '100 %'],
  [0.9999, '99.9 %'],
  [0, '0 %'],
  [Number.NaN, '–'],
])('a share of %s is written %s', (share, text) => {
  expect(plain(percent(share))).toBe(text);
});

test('the marks of an axis are as short as they can be', () => {
  expect([0.9, 0.975].map((share) => plain(percentMark(share)))).toEqual(['90 %', '97.5 %']);
});

test('only what is whole is called 100 %', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
      expect(percent(share)).not.toMatch(/^100/);
    }),
  );
});

test.each([
  [0, 'under 1 %'],
  [0.0004, 'under 1 %'],
  [0.0099, 'under 1 %'],
  [0.01, '1.0 %'],
  [0.123, '12.3 %'],
])('a likelihood of %s beside others is written %s', (share, text) => {
  expect(plain(likelihood(share, (least) => `under ${least}`))).toBe(text);
});

test.each([
  [12_400, '12 sec'],
  [75_000, '1 min 15 sec'],
  [7_500_000, '2 hr 5 min'],
  [-3, '0 sec'],
])('%s milliseconds are written %s', (ms, text) => {
  expect(plain(duration(ms))).toBe(text);
});

test('counts are grouped and agree with their noun', () => {
  expect(count(42_000)).toBe('42,000');
  expect(plain(counted(1, 'image', 'images'))).toBe('1 image');
  expect(plain(counted(42_000, 'image', 'images'))).toBe('42,000 images');
});

test('speeds, losses and sizes show the digits that are honest', () => {
  expect(speed(23_456)).toBe('23,500');
  expect(decimal(0.012345)).toBe('0.0123');
  expect(decimal(0.0000004)).toBe('4E-7');
  expect(decimal(Number.NaN)).toBe('–');
  expect(plain(bytes(76_775_041))).toBe('76.8 MB');
});
