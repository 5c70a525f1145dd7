import type { Point, Size } from '../shared/strokes';

/** Three corners of a pad in window coordinates. They capture translation, scale, zoom, rotation and skew. */
export interface Corners {
  topLeft: Point;
  topRight: Point;
  bottomLeft: Point;
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });

/** Converts a point in the window to pad units, for a pad of this size. */
export function placeOnPad(
  { topLeft, topRight, bottomLeft }: Corners,
  size: Size,
  point: Point,
): Point {
  const across = minus(topRight, topLeft);
  const down = minus(bottomLeft, topLeft);
  const from = minus(point, topLeft);
  const area = across.x * down.y - across.y * down.x;
  // Multiplies first, so that at the pad's original size the points stay exact.
  const share = (side: number, length: number) => (side * length) / area;
  return {
    x: from.x * share(down.y, size.width) - from.y * share(down.x, size.width),
    y: from.y * share(across.x, size.height) - from.x * share(across.y, size.height),
  };
}

const marked = [
  ['0', '0'],
  ['100%', '0'],
  ['0', '100%'],
] as const;

function mark(left: string, top: string): HTMLElement {
  const element = document.createElement('span');
  element.ariaHidden = 'true';
  Object.assign(element.style, { position: 'absolute', left, top });
  return element;
}

const placeOf = (element: HTMLElement): Point => {
  const { x, y } = element.getBoundingClientRect();
  return { x, y };
};

/**
 * Finds the corners of a canvas that fills its parent. A rotated canvas reports only its bounding box, so empty
 * elements at its corners are measured.
 */
export class CornerMarks {
  private readonly marks = marked.map(([left, top]) => mark(left, top));

  constructor(canvas: HTMLElement) {
    canvas.after(...this.marks);
  }

  /** Measures on each event, because the page may scroll or rotate. */
  find(): Corners {
    const [topLeft, topRight, bottomLeft] = this.marks.map(placeOf) as [Point, Point, Point];
    return { topLeft, topRight, bottomLeft };
  }

  remove(): void {
    for (const element of this.marks) element.remove();
  }
}
