import type { Point, Size } from '../shared/strokes';

/** Three corners of a pad, in the window. They tell how it is moved, scaled, zoomed, turned or skewed. */
export interface Corners {
  topLeft: Point;
  topRight: Point;
  bottomLeft: Point;
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });

/** Where a point of the window is on a pad that is this large in its own units. */
export function placeOnPad(
  { topLeft, topRight, bottomLeft }: Corners,
  size: Size,
  point: Point,
): Point {
  const across = minus(topRight, topLeft);
  const down = minus(bottomLeft, topLeft);
  const from = minus(point, topLeft);
  const area = across.x * down.y - across.y * down.x;
  // In this order, so that a pad as large as in its own units changes no bit of a point.
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
 * Finds the corners of a canvas that fills the box it is placed in. A canvas tells only the box
 * around it, which is another one where it is turned; so empty elements at its corners tell theirs.
 */
export class CornerMarks {
  private readonly marks = marked.map(([left, top]) => mark(left, top));

  constructor(canvas: HTMLElement) {
    canvas.after(...this.marks);
  }

  /** At each event: the page may scroll or turn meanwhile. */
  find(): Corners {
    const [topLeft, topRight, bottomLeft] = this.marks.map(placeOf) as [Point, Point, Point];
    return { topLeft, topRight, bottomLeft };
  }

  remove(): void {
    for (const element of this.marks) element.remove();
  }
}
