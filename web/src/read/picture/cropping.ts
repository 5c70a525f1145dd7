import type { Box } from '../../shared/padView';
import type { Point, Size } from '../../shared/strokes';

export const minSide = 16; // minimum size of a crop, in pixels

const within = (value: number, max: number) => Math.max(0, Math.min(Math.round(value), max));

/** Starts with a margin, so that people see that the edges can be moved. */
export function initialFrame({ width, height }: Size): Box {
  return boxBetween(
    { x: width * 0.1, y: height * 0.1 },
    { x: width * 0.9, y: height * 0.9 },
    { width, height },
  );
}

/** Returns the box with these opposite corners, in whole pixels. */
export function boxBetween(one: Point, other: Point, { width, height }: Size): Box {
  const [left = 0, right = 0] = [within(one.x, width), within(other.x, width)].sort(
    (a, b) => a - b,
  );
  const [top = 0, bottom = 0] = [within(one.y, height), within(other.y, height)].sort(
    (a, b) => a - b,
  );
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function largeEnough({ width, height }: Box): boolean {
  return width >= minSide && height >= minSide;
}

/** Returns the corner opposite to one within `reach`, from which dragging that one draws. Null if none is near. */
export function oppositeOf(frame: Box, point: Point, reach: number): Point | null {
  const from = { x: frame.x, y: frame.y };
  const to = { x: frame.x + frame.width, y: frame.y + frame.height };
  const near = (corner: Point) =>
    Math.max(Math.abs(corner.x - point.x), Math.abs(corner.y - point.y)) <= reach;
  if (near(to)) return from;
  return near(from) ? to : null;
}

/** Moves one corner, as far as the minimum size allows. */
export function moved(frame: Box, corner: 'from' | 'to', by: Point, size: Size): Box {
  const from = { x: frame.x, y: frame.y };
  const to = { x: frame.x + frame.width, y: frame.y + frame.height };
  const ends = { from, to };
  ends[corner] = { x: ends[corner].x + by.x, y: ends[corner].y + by.y };
  if (ends.to.x - ends.from.x < minSide || ends.to.y - ends.from.y < minSide) return frame;
  return boxBetween(ends.from, ends.to, size);
}
