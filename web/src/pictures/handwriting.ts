import type { Point, Stroke } from '../shared/strokes';

type Corners = readonly (readonly [x: number, y: number])[];

/** Handwritten digit shapes in boxes of 100 x 100: corners of polylines that are drawn rounded. */
const forms: Record<string, readonly Corners[]> = {
  0: [
    [
      [56, 10],
      [32, 18],
      [20, 50],
      [32, 84],
      [54, 92],
      [76, 78],
      [80, 48],
      [70, 20],
      [54, 9],
      [46, 13],
    ],
  ],
  1: [
    [
      [57, 8],
      [55, 50],
      [52, 92],
    ],
  ],
  2: [
    [
      [22, 32],
      [32, 12],
      [56, 8],
      [72, 26],
      [62, 52],
      [24, 90],
      [24, 90],
      [52, 86],
      [80, 88],
    ],
  ],
  3: [
    [
      [26, 18],
      [50, 8],
      [70, 22],
      [62, 42],
      [42, 49],
      [42, 49],
      [68, 54],
      [76, 72],
      [58, 92],
      [24, 86],
    ],
  ],
  4: [
    [
      [46, 8],
      [34, 34],
      [22, 60],
      [22, 60],
      [50, 58],
      [82, 58],
    ],
    [
      [64, 34],
      [60, 64],
      [58, 94],
    ],
  ],
  5: [
    [
      [36, 12],
      [33, 28],
      [30, 46],
      [30, 46],
      [56, 40],
      [76, 60],
      [66, 86],
      [40, 93],
      [20, 84],
    ],
    [
      [36, 12],
      [56, 11],
      [76, 10],
    ],
  ],
  6: [
    [
      [64, 8],
      [38, 32],
      [24, 66],
      [40, 92],
      [66, 86],
      [72, 64],
      [54, 52],
      [28, 68],
    ],
  ],
  7: [
    [
      [20, 14],
      [48, 13],
      [78, 12],
      [78, 12],
      [60, 48],
      [44, 92],
    ],
  ],
  8: [
    [
      [68, 22],
      [48, 8],
      [30, 24],
      [50, 46],
      [72, 70],
      [52, 92],
      [28, 74],
      [50, 46],
      [70, 24],
    ],
  ],
  9: [
    [
      [70, 26],
      [48, 10],
      [28, 28],
      [40, 48],
      [64, 42],
      [71, 26],
      [68, 60],
      [62, 92],
    ],
  ],
};

/** Returns the strokes of a number, its digits next to each other at slightly different heights. */
export function handwritten(number: string): Stroke[] {
  return [...number].flatMap((digit, at) => {
    const lift = 6 * Math.sin(2.4 * at);
    const place = ([x, y]: readonly [number, number]): Point => ({ x: x + 92 * at, y: y + lift });
    return (forms[digit] ?? []).map((corners) => corners.map(place));
  });
}
