import type { View } from '../shared/padView';
import type { Point, Size, Stroke } from '../shared/strokes';

export interface Brush {
  colour: string;
  width: number; // in pad units
}

/** Thickness 1 suits a digit that fills most of the pad's height. */
export function brushWidth({ width, height }: Size, thickness: number): number {
  return Math.max(7, Math.min(width, height) * 0.034) * thickness;
}

/** Returns the radius in pad units. It covers the visible ink, plus a margin for fingers. */
export function eraserRadius(size: Size, thickness: number): number {
  return brushWidth(size, thickness) / 2 + 8;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/**
 * Draws curves through the midpoints of the segments with their ends as control points, so that corners are
 * rounded.
 */
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
  // A dot is drawn as a very short line, for its round caps. A line of length 0 has no caps.
  context.lineTo(previous.x + (rest.length === 0 ? 0.01 : 0), previous.y);
}

/** Paints the strokes, as seen through the view, on a canvas with `density` pixels per pad unit. */
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
