// Renders sheets from the rectangles of their SVG, and writes digits on them.
import type { GreyPicture } from '#web/protocol/calls';

const scale = 8; // pixels per millimetre

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const rectangle = /M([-\d.]+) ([-\d.]+)h([-\d.]+)v([-\d.]+)/g;

function rectanglesIn(path: string): Rectangle[] {
  return [...path.matchAll(rectangle)].map(([, ...sides]) => {
    const [x = 0, y = 0, width = 0, height = 0] = sides.map(Number);
    return { x, y, width, height };
  });
}

/** A sheet on white paper. */
export class PrintedSheet implements GreyPicture {
  readonly grey: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Rectangle[];

  constructor(svg: string) {
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(
      Number,
    );
    this.width = Math.round(width * scale);
    this.height = Math.round(height * scale);
    this.grey = new Uint8Array(this.width * this.height).fill(245);
    const paths = [...svg.matchAll(/<path[^>]* d="([^"]*)"/g)].map(([, path = '']) => path);
    const [marks = [], code = [], boxes = [], points = []] = paths.map(rectanglesIn);
    for (const dark of [...marks.slice(0, 4), ...code, ...points]) this.fill(dark, 20);
    for (const hole of marks.slice(4)) this.fill(hole, 245);
    for (const box of boxes) this.outline(box);
    this.boxes = boxes;
  }

  /** Writes a digit of straight strokes into a box. */
  write(digit: '1' | '7', at: number): void {
    const { x, y, width, height } = this.boxes[at] as Rectangle;
    const [right, top, bottom] = [x + 0.7 * width, y + 0.18 * height, y + 0.82 * height];
    const foot = digit === '7' ? x + 0.4 * width : right - 0.1;
    if (digit === '7') this.line(x + 0.25 * width, top, right, top);
    this.line(right, top, foot, bottom);
  }

  /** Paints over an area, in millimetres. */
  cover(x: number, y: number, width: number, height: number): void {
    this.fill({ x, y, width, height }, 245);
  }

  private line(fromX: number, fromY: number, toX: number, toY: number): void {
    const steps = 60;
    for (let step = 0; step <= steps; step++) {
      const x = fromX + ((toX - fromX) * step) / steps;
      const y = fromY + ((toY - fromY) * step) / steps;
      this.fill({ x: x - 0.3, y: y - 0.3, width: 0.6, height: 0.6 }, 60);
    }
  }

  private outline({ x, y, width, height }: Rectangle): void {
    const line = 0.25;
    for (const top of [y, y + height]) this.fill({ x, y: top, width, height: line }, 30);
    for (const left of [x, x + width]) this.fill({ x: left, y, width: line, height }, 30);
  }

  private fill({ x, y, width, height }: Rectangle, shade: number): void {
    const [left, right] = [Math.round(x * scale), Math.round((x + width) * scale)];
    for (let row = Math.round(y * scale); row < Math.round((y + height) * scale); row++) {
      this.grey.fill(shade, row * this.width + left, row * this.width + right);
    }
  }
}

export const upsideDown = ({ grey, width, height }: GreyPicture): GreyPicture => ({
  grey: grey.slice().reverse(),
  width,
  height,
});
