import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '#web/shared/strokes';

const coordinate = fc.float({ min: -1000, max: 1000, noNaN: true });
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1 });

describe('strokes for the engine', () => {
  test('are one array of x,y pairs and the length of each stroke', () => {
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

  test('keep every point', () => {
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
