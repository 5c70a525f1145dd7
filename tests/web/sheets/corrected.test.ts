import { expect, test } from 'vitest';
import { correctionsIn } from '#web/sheets/corrected';

/** Each filled with its place, from 1. */
const images = (count: number) =>
  Uint8Array.from({ length: 784 * count }, (_, at) => 1 + Math.floor(at / 784));

const learned = (read: string, typed: string, count: number) =>
  correctionsIn(read, typed, images(count)).map(({ name, image }) => [Number(name), image[0]]);

test('the digits that were read as others are learned, each from its own image', () => {
  expect(learned('1234', '1284', 4)).toEqual([[8, 3]]);
  expect(learned('1?.4', '15.9', 3)).toEqual([
    [5, 2],
    [9, 3],
  ]);
});

test('marks that are put right are nothing to learn', () => {
  expect(learned('1234', '12.34', 4)).toEqual([]);
});

test.each([
  ['has another number of digits', '12', '123', 2],
  ['was read beside dirt, which has an image too', '12', '13', 3],
  ['has letters', 'AB', 'A8', 2],
  ['is empty', '12', '', 2],
])('nothing is learned from a text that %s', (_, read, typed, count) => {
  expect(learned(read, typed, count)).toEqual([]);
});
