import type { Point, Size } from './strokes';

/**
 * Maps the drawing to the pad: pad = scale * drawing + (x, y). It doesn't affect reading, because the engine
 * ignores size and position.
 */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export const sameAsPaper: View = { scale: 1, x: 0, y: 0 };

/** Fits a pad of one size into another: same aspect ratio, as large as possible, centred. */
export function fitted(from: Size, to: Size): View {
  const scale = Math.min(to.width / from.width, to.height / from.height);
  return {
    scale,
    x: (to.width - from.width * scale) / 2,
    y: (to.height - from.height * scale) / 2,
  };
}

/** Composes two views: `first`, then `then`. */
export function through(first: View, then: View): View {
  return { scale: first.scale * then.scale, ...toPad(then, first) };
}

export function toPad(view: View, { x, y }: Point): Point {
  return { x: x * view.scale + view.x, y: y * view.scale + view.y };
}

export function toPaper(view: View, { x, y }: Point): Point {
  return { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale };
}

/** A bounding box. */
export interface Box extends Point, Size {}

export function boxOnPad(view: View, box: Box): Box {
  return { ...toPad(view, box), width: box.width * view.scale, height: box.height * view.scale };
}
