import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOnPad, fitted, sameAsPaper, through, toPad, toPaper } from '#web/shared/padView';

const number = (min: number, max: number) => fc.float({ min, max, noNaN: true });
const point = fc.record({ x: number(-1000, 1000), y: number(-1000, 1000) });
const size = fc.record({ width: number(50, 4000), height: number(50, 4000) });

test('content inside the pad stays inside when it is resized', () => {
  fc.assert(
    fc.property(size, size, number(0, 1), (from, to, share) => {
      const written = { x: from.width * share, y: from.height * (1 - share) };
      const { x, y } = toPad(fitted(from, to), written);
      expect(x).toBeGreaterThanOrEqual(-0.01);
      expect(x).toBeLessThanOrEqual(to.width + 0.01);
      expect(y).toBeGreaterThanOrEqual(-0.01);
      expect(y).toBeLessThanOrEqual(to.height + 0.01);
    }),
  );
});

test('content touching both edges of the tighter side still does', () => {
  const view = fitted({ width: 400, height: 100 }, { width: 100, height: 100 });
  expect(toPad(view, { x: 0, y: 0 })).toEqual({ x: 0, y: 37.5 });
  expect(toPad(view, { x: 400, y: 100 })).toEqual({ x: 100, y: 62.5 });
});

test('a point touched on the pad is shown where it was touched', () => {
  fc.assert(
    fc.property(size, size, point, (from, to, touched) => {
      const view = fitted(from, to);
      const { x, y } = toPad(view, toPaper(view, touched));
      expect(x).toBeCloseTo(touched.x, 5);
      expect(y).toBeCloseTo(touched.y, 5);
    }),
  );
});

test('composing two views applies both in turn', () => {
  fc.assert(
    fc.property(size, size, size, point, (first, second, third, at) => {
      const [one, two] = [fitted(first, second), fitted(second, third)];
      const { x, y } = toPad(through(one, two), at);
      const inTurn = toPad(two, toPad(one, at));
      expect(x).toBeCloseTo(inTurn.x, 3);
      expect(y).toBeCloseTo(inTurn.y, 3);
    }),
  );
});

test('a box keeps its content', () => {
  const box = { x: 10, y: 20, width: 30, height: 40 };
  expect(boxOnPad(sameAsPaper, box)).toEqual(box);
  expect(boxOnPad({ scale: 2, x: 5, y: 6 }, box)).toEqual({ x: 25, y: 46, width: 60, height: 80 });
});
