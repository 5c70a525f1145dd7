import type { Ink } from '../engine/calls';

/** In pad units: CSS pixels of the pad, from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

export type Stroke = Point[];

export interface Size {
  width: number;
  height: number;
}

/** The strokes as the engine takes them. */
export function pack(strokes: readonly Stroke[]): Ink {
  const points = strokes.flatMap((stroke) => stroke.flatMap(({ x, y }) => [x, y]));
  return {
    points: Float32Array.from(points),
    stroke_lengths: Uint32Array.from(strokes, (stroke) => stroke.length),
  };
}

/**
 * Strokes of a pad of one size on a pad of another: the same shape, as large as fits, centred.
 * What is read does not change, since the engine takes no notice of size and place.
 */
export function refit(strokes: readonly Stroke[], from: Size, to: Size): Stroke[] {
  const scale = Math.min(to.width / from.width, to.height / from.height);
  const moved = ({ x, y }: Point): Point => ({
    x: to.width / 2 + (x - from.width / 2) * scale,
    y: to.height / 2 + (y - from.height / 2) * scale,
  });
  return strokes.map((stroke) => stroke.map(moved));
}
