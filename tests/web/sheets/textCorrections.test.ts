import { expect, test } from 'vitest';
import { correctionsIn } from '#web/sheets/textCorrections';

/** Each image is filled with its position, from 1. */
const images = (count: number) =>
  Uint8Array.from({ length: 784 * count }, (_, at) => 1 + Math.floor(at / 784));

const learned = (read: string, typed: string, count: number) =>
  correctionsIn(read, typed, images(count)).map(({ name, image }) => [Number(name), image[0]]);

test('misread digits are learned, each from its own image', () => {
  expect(learned('1234', '1284', 4)).toEqual([[8, 3]]);
  expect(learned('1?.4', '15.9', 3)).toEqual([
    [5, 2],
    [9, 3],
  ]);
});

test('nothing is learned from a corrected decimal point', () => {
  expect(learned('1234', '12.34', 4)).toEqual([]);
});

test.each([
  ['has a different number of digits', '12', '123', 2],
  ['has more images than characters', '12', '13', 3],
  ['contains letters', 'AB', 'A8', 2],
  ['is empty', '12', '', 2],
])('nothing is learned from a text that %s', (_, read, typed, count) => {
  expect(learned(read, typed, count)).toEqual([]);
});
