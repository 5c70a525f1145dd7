import { expect, test } from 'vitest';
import { type Corners, placeOnPad } from '#web/ink/placement';
import type { Point } from '#web/shared/strokes';

const size = { width: 300, height: 100 };
const point = { x: 75, y: 20 };

/** Returns the pad's corners after moving each of its points. */
const cornersBy = (moved: (point: Point) => Point): Corners => ({
  topLeft: moved({ x: 0, y: 0 }),
  topRight: moved({ x: size.width, y: 0 }),
  bottomLeft: moved({ x: 0, y: size.height }),
});

const turned = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return ({ x, y }: Point) => ({ x: 40 + x * cos - y * sin, y: 7 + x * sin + y * cos });
};

test.each<[string, (point: Point) => Point]>([
  ['scaled or zoomed', ({ x, y }) => ({ x: 10 + 1.5 * x, y: 20 + 1.5 * y })],
  ['narrowed', ({ x, y }) => ({ x: x / 3, y })],
  ['turned by a quarter', turned(90)],
  ['turned a little', turned(-13)],
  ['mirrored', ({ x, y }) => ({ x: 500 - x, y })],
  ['skewed', ({ x, y }) => ({ x: x + y / 2, y })],
])('points keep their place on a pad that is %s', (_, moved) => {
  const found = placeOnPad(cornersBy(moved), size, moved(point));
  expect(found.x).toBeCloseTo(point.x, 9);
  expect(found.y).toBeCloseTo(point.y, 9);
});

test('moving the pad keeps points exact', () => {
  const odd = { width: 1024.65625, height: 409.859375 };
  const corners = {
    topLeft: { x: 33.328125, y: 16.5 },
    topRight: { x: 33.328125 + odd.width, y: 16.5 },
    bottomLeft: { x: 33.328125, y: 16.5 + odd.height },
  };
  const x = 200.7;
  expect(placeOnPad(corners, odd, { x, y: 30.3 })).toEqual({ x: x - 33.328125, y: 30.3 - 16.5 });
});
