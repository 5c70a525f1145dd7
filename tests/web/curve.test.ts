import { expect, test } from 'vitest';
import { lineThrough } from '#web/charts/lines';

test('a line goes from edge to edge, the highest value at the top and 0 at the bottom', () => {
  expect(lineThrough(Float32Array.of(0, 2, 1), 100, 10)).toBe('0.0,10.0 50.0,0.0 100.0,5.0');
});

test('there is no line through nothing', () => {
  expect(lineThrough(new Float32Array(), 100, 10)).toBe('');
  expect(lineThrough([0, 0], 100, 10)).toBe('');
});
