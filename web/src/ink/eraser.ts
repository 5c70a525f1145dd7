import type { Point, Stroke } from '../shared/strokes';

/** Returns twice the signed area of the triangle. The sign tells on which side of a-b the third point lies. */
function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = (point.x - from.x) * dx + (point.y - from.y) * dy;
  const share = Math.max(0, Math.min(1, along / (dx * dx + dy * dy || 1)));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** Returns the distance between two line segments; 0 if they cross. */
function distance(a: Point, b: Point, c: Point, d: Point): number {
  if (cross(a, b, c, d)) return 0;
  return Math.min(
    distanceToLine(a, c, d),
    distanceToLine(b, c, d),
    distanceToLine(c, a, b),
    distanceToLine(d, a, b),
  );
}

/** Whether an eraser of this radius touches the stroke while moving in a straight line between two points. */
export function touches(stroke: Stroke, from: Point, to: Point, radius: number): boolean {
  return stroke.some((point, at) => distance(stroke[at - 1] ?? point, point, from, to) <= radius);
}
