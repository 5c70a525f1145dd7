import type { SymbolDrawing } from './userSymbol';

export interface InkPath {
  /** Data of an SVG path. */
  path: string;
  viewBox: string;
  width: number; // stroke width
}

/** Converts a drawing to a path in the square around it, with a line as thick as a pen's at that size. */
export function inkPath(drawing: SymbolDrawing): InkPath {
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

/** A dot is a line of length 0, visible through its round caps. */
function strokePath(stroke: SymbolDrawing[number]): string {
  const places = stroke.map(({ x, y }) => `${x} ${y}`);
  return `M${places.length > 1 ? places.join('L') : `${places[0]}h0`}`;
}
