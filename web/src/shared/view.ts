import type { Point, Size } from './strokes';

/**
 * How the pad shows the paper: pad = scale * paper + (x, y). What is read does not change with it,
 * since the engine takes no notice of size and place.
 */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export const sameAsPaper: View = { scale: 1, x: 0, y: 0 };

/** A pad of one size on a pad of another: the same shape, as large as fits, centred. */
export function fitted(from: Size, to: Size): View {
  const scale = Math.min(to.width / from.width, to.height / from.height);
  return {
    scale,
    x: (to.width - from.width * scale) / 2,
    y: (to.height - from.height * scale) / 2,
  };
}

/** What `then` shows of what `first` shows. */
export function through(first: View, then: View): View {
  return { scale: first.scale * then.scale, ...toPad(then, first) };
}

export function toPad(view: View, { x, y }: Point): Point {
  return { x: x * view.scale + view.x, y: y * view.scale + view.y };
}

export function toPaper(view: View, { x, y }: Point): Point {
  return { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale };
}

/** Round what was read. */
export interface Box extends Point, Size {}

export function boxOnPad(view: View, box: Box): Box {
  return { ...toPad(view, box), width: box.width * view.scale, height: box.height * view.scale };
}
