import type { Box } from '../../shared/padView';
import type { Point } from '../../shared/strokes';

/** Returns the distance from a point to a box; 0 inside. */
function distance({ x, y, width, height }: Box, point: Point): number {
  const across = Math.max(x - point.x, 0, point.x - x - width);
  const down = Math.max(y - point.y, 0, point.y - y - height);
  return Math.hypot(across, down);
}

/**
 * Returns the index of the box nearest to the point, at most `reach` away. If several contain it, returns the
 * smallest.
 */
export function boxAt(boxes: readonly Box[], point: Point, reach: number): number | null {
  const [nearest] = boxes
    .map((box, at) => ({ at, far: distance(box, point), area: box.width * box.height }))
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far || a.area - b.area);
  return nearest?.at ?? null;
}
