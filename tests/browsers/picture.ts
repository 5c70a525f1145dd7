import { beside, type Strokes } from '../e2e/handwriting';
import { png } from '../e2e/png';

const [width, height, radius] = [900, 300, 6];

/** Returns a PNG of digits next to each other, ink on paper. */
export function picture(...digits: Strokes[]): Uint8Array {
  const pixels = new Array<number>(width * height).fill(240);
  for (const [x, y] of beside(...digits).flatMap(dense)) {
    for (let row = y - radius; row <= y + radius; row++) {
      for (let column = x - radius; column <= x + radius; column++) {
        if (Math.hypot(row - y, column - x) <= radius) pixels[row * width + column] = 40;
      }
    }
  }
  return png(pixels, width);
}

/** Returns points one pixel apart along a stroke, at double size. */
function dense(stroke: [number, number][]): [number, number][] {
  return stroke.slice(1).flatMap(([toX, toY], at) => {
    const [x, y] = stroke[at] ?? [toX, toY];
    return Array.from({ length: 20 }, (_, step): [number, number] => [
      Math.round(60 + 2 * (x + ((toX - x) * step) / 20)),
      Math.round(50 + 2 * (y + ((toY - y) * step) / 20)),
    ]);
  });
}
