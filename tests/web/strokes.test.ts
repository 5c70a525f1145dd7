import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, refit } from '#web/ink/strokes';

const coordinate = fc.float({ min: -1000, max: 1000, noNaN: true });
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1 });
const length = fc.float({ min: 50, max: 4000, noNaN: true });
const size = fc.record({ width: length, height: length });

describe('strokes for the engine', () => {
  test('points stand in one array, x before y, with the length of each stroke', () => {
    const { points, stroke_lengths } = pack([
      [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
      [{ x: 5, y: 6 }],
    ]);
    expect([...points]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...stroke_lengths]).toEqual([2, 1]);
  });

  test('no point is lost, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(stroke), (strokes) => {
        const { points, stroke_lengths } = pack(strokes);
        const count = stroke_lengths.reduce((sum, one) => sum + one, 0);
        expect(points.length).toBe(2 * count);
        expect(stroke_lengths.length).toBe(strokes.length);
      }),
    );
  });
});

describe('strokes on a pad that changes its size', () => {
  test('what was inside the pad stays inside', () => {
    fc.assert(
      fc.property(size, size, fc.float({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        const written = [[{ x: from.width * share, y: from.height * (1 - share) }]];
        const [moved] = refit(written, from, to).flat();
        expect(moved?.x).toBeGreaterThanOrEqual(-0.01);
        expect(moved?.x).toBeLessThanOrEqual(to.width + 0.01);
        expect(moved?.y).toBeGreaterThanOrEqual(-0.01);
        expect(moved?.y).toBeLessThanOrEqual(to.height + 0.01);
      }),
    );
  });

  test('the shape stays: both directions are scaled alike', () => {
    const square = [[0, 100].map((at) => ({ x: at, y: at }))];
    const moved = refit(square, { width: 400, height: 100 }, { width: 100, height: 100 });
    const [a, b] = moved.flat();
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo(25);
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBeCloseTo(25);
  });
});
