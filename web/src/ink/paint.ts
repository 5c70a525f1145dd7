import type { Point, Size, Stroke } from '../shared/strokes';
import type { View } from '../shared/view';

export interface Brush {
  colour: string;
  width: number; // in pad units
}

/** A pen of thickness 1 looks right for a digit that fills most of the pad's height. */
export function brushWidth({ width, height }: Size, thickness: number): number {
  return Math.max(7, Math.min(width, height) * 0.034) * thickness;
}

/** In pad units: to touch the ink that is seen is enough, with some room for a finger. */
export function eraserRadius(size: Size, thickness: number): number {
  return brushWidth(size, thickness) / 2 + 8;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Through the middles of the segments, bent by their ends: no corners where the pen had none. */
export function trace(context: CanvasRenderingContext2D, stroke: Stroke): void {
  const [first, ...rest] = stroke;
  if (!first) return;
  context.moveTo(first.x, first.y);
  let previous = first;
  for (const point of rest) {
    const between = middle(previous, point);
    context.quadraticCurveTo(previous.x, previous.y, between.x, between.y);
    previous = point;
  }
  // A dot is a line too short to be seen but for its round ends; one of no length has none.
  context.lineTo(previous.x + (rest.length === 0 ? 0.01 : 0), previous.y);
}

/** Paints the strokes as the view shows them, on a canvas whose pixels are `density` to a pad unit. */
export function paint(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  density: number,
  view: View,
  brush: Brush,
): void {
  const { width, height } = context.canvas;
  context.resetTransform();
  context.clearRect(0, 0, width, height);
  const scale = density * view.scale;
  context.setTransform(scale, 0, 0, scale, density * view.x, density * view.y);
  context.lineWidth = brush.width / view.scale;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = brush.colour;
  context.beginPath();
  for (const stroke of strokes) trace(context, stroke);
  context.stroke();
}
