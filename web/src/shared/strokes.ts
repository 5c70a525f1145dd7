import type { Ink } from '../protocol/calls';

/** On the paper that strokes are written on, or on the pad: CSS pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

export type Stroke = readonly Point[];

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
