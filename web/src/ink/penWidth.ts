/** How thick the ink is seen. What is read does not depend on it: strokes are lines without a width. */
export const penWidths = ['fine', 'medium', 'broad'] as const;
export type PenWidth = (typeof penWidths)[number];

/** As a multiple of the medium one. */
export const thickness: Record<PenWidth, number> = { fine: 0.5, medium: 1, broad: 1.75 };

/** The stored width, if it is valid. */
export function penWidthOf(text: string | null): PenWidth {
  return penWidths.find((width) => width === text) ?? 'medium';
}

/** So many steps broader, or finer where they are less than 0, as far as there are pens. */
export function broader(width: PenWidth, steps: number): PenWidth {
  const at = penWidths.indexOf(width) + steps;
  return penWidths[Math.max(0, Math.min(at, penWidths.length - 1))] ?? width;
}
