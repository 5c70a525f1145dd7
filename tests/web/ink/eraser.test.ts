import fc from 'fast-check';
import { expect, test } from 'vitest';
import { touches } from '#web/ink/eraser';

const at = (x: number, y: number) => ({ x, y });
const coordinate = fc.float({ min: -1000, max: 1000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const line = [at(0, 0), at(100, 0), at(100, 100)];

test('a stroke can be touched between its points', () => {
  expect(touches(line, at(50, 3), at(50, 3), 4)).toBe(true);
  expect(touches(line, at(50, 5), at(50, 5), 4)).toBe(false);
});

test('a fast eraser touches everything on its path', () => {
  expect(touches(line, at(50, -400), at(50, 400), 1)).toBe(true);
  expect(touches(line, at(-50, -400), at(-50, 400), 1)).toBe(false);
});

test('nothing is touched beyond the ends of a stroke or of the path', () => {
  expect(touches(line, at(-20, 0), at(-10, 0), 5)).toBe(false);
  expect(touches(line, at(100, 110), at(100, 120), 5)).toBe(false);
});

test('a dot can be erased', () => {
  expect(touches([at(10, 10)], at(0, 10), at(20, 10), 2)).toBe(true);
  expect(touches([at(10, 10)], at(0, 20), at(20, 20), 2)).toBe(false);
});

test('erasing along a stroke touches it', () => {
  expect(touches(line, at(20, 0), at(80, 0), 0)).toBe(true);
});

test('the eraser touches every point of a stroke, and nothing beyond its radius', () => {
  const strokes = fc.array(point, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      strokes,
      fc.nat(),
      fc.float({ min: 1, max: 50, noNaN: true }),
      (stroke, n, radius) => {
        const chosen = stroke[n % stroke.length] ?? at(0, 0);
        expect(touches(stroke, chosen, chosen, radius)).toBe(true);
        const right = Math.max(...stroke.map(({ x }) => x)) + radius + 1;
        expect(touches(stroke, at(right, -1000), at(right, 1000), radius)).toBe(false);
      },
    ),
  );
});
