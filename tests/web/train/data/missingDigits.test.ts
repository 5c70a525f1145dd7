import { expect, test } from 'vitest';
import { missingDigits } from '#web/train/data/missingDigits';

const histogram = (...images: number[]) => Uint32Array.from(images);

test('digits without images are named', () => {
  const data = { labelled: true, histogram: histogram(4, 0, 4, 0, 4, 0, 4, 4, 4, 4) };
  expect(missingDigits(data)).toBe(
    'No images of 1, 3, and 5. Training needs images of every digit.',
  );
});

test('nothing is said where every digit has images, or none has a label', () => {
  expect(missingDigits({ labelled: true, histogram: new Uint32Array(10).fill(1) })).toBe('');
  expect(missingDigits({ labelled: false, histogram: new Uint32Array(10) })).toBe('');
});
