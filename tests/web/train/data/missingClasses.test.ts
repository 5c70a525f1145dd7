import { expect, test } from 'vitest';
import { digitNames } from '#web/shared/classes';
import { missingClasses } from '#web/train/data/missingClasses';

const histogram = (...images: number[]) => Uint32Array.from(images);

test('names digits without images', () => {
  const data = { labelled: true, histogram: histogram(4, 0, 4, 0, 4, 0, 4, 4, 4, 4) };
  expect(missingClasses({ ...data, classes: [...digitNames] })).toBe(
    'No images of 1, 3, and 5. The model won’t learn to read these digits.',
  );
});

test('names other classes, the first few of many', () => {
  const some = { labelled: true, histogram: histogram(4, 0), classes: ['cat', 'dog'] };
  expect(missingClasses(some)).toBe(
    'No images of dog. The model won’t learn to read these classes.',
  );
  const classes = Array.from({ length: 100 }, (_, label) => `symbol ${label}`);
  const many = { labelled: true, histogram: new Uint32Array(100), classes };
  expect(missingClasses(many)).toContain('symbol 9, and +90.');
});

test('shows nothing if every class has images, or there are no labels', () => {
  const classes = [...digitNames];
  const full = { labelled: true, histogram: new Uint32Array(10).fill(1), classes };
  expect(missingClasses(full)).toBe('');
  expect(missingClasses({ labelled: false, histogram: new Uint32Array(10), classes })).toBe('');
});
