/** The visible width of the ink. It doesn't affect reading, because strokes have no width. */
export const penWidths = ['fine', 'medium', 'broad'] as const;
export type PenWidth = (typeof penWidths)[number];

/** Relative to the medium pen. */
export const thickness: Record<PenWidth, number> = { fine: 0.5, medium: 1, broad: 1.75 };

/** Returns the stored width if it is valid, else the default. */
export function penWidthOf(text: string | null): PenWidth {
  return penWidths.find((width) => width === text) ?? 'medium';
}

/** Returns the pen this many steps broader, or finer if negative, within the available pens. */
export function broader(width: PenWidth, steps: number): PenWidth {
  const at = penWidths.indexOf(width) + steps;
  return penWidths[Math.max(0, Math.min(at, penWidths.length - 1))] ?? width;
}
