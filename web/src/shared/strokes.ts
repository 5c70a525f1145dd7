import type { Ink } from '../protocol/calls';

/** A point in the drawing or on the pad, in CSS pixels from the top left corner. */
export interface Point {
  x: number;
  y: number;
}

export type Stroke = readonly Point[];

export interface Size {
  width: number;
  height: number;
}

/** Converts strokes to the engine's arrays. */
export function pack(strokes: readonly Stroke[]): Ink {
  const points = strokes.flatMap((stroke) => stroke.flatMap(({ x, y }) => [x, y]));
  return {
    points: Float32Array.from(points),
    stroke_lengths: Uint32Array.from(strokes, (stroke) => stroke.length),
  };
}
