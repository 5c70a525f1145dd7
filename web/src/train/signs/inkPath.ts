import type { SignDrawing } from './sign';

export interface InkPath {
  /** Of an SVG's path. */
  path: string;
  viewBox: string;
  width: number; // of its line
}

/** A drawing as a path in a square around it, its line as thick as a pen's would be at that size. */
export function inkPath(drawing: SignDrawing): InkPath {
  const points = drawing.flat();
  const [left, top] = [
    Math.min(...points.map(({ x }) => x)),
    Math.min(...points.map(({ y }) => y)),
  ];
  const [right, bottom] = [
    Math.max(...points.map(({ x }) => x)),
    Math.max(...points.map(({ y }) => y)),
  ];
  const side = 1.25 * Math.max(right - left, bottom - top, 1);
  const [x, y] = [(left + right - side) / 2, (top + bottom - side) / 2];
  return {
    path: drawing.map(strokePath).join(''),
    viewBox: `${x} ${y} ${side} ${side}`,
    width: side / 14,
  };
}

/** A dot is a line of no length, which round ends show. */
function strokePath(stroke: SignDrawing[number]): string {
  const places = stroke.map(({ x, y }) => `${x} ${y}`);
  return `M${places.length > 1 ? places.join('L') : `${places[0]}h0`}`;
}
