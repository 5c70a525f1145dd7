import type uPlot from 'uplot';
import type { Curves, Look } from './curves';
import { lastOf } from './measures';

export interface LineLabel {
  name: string;
  look: Look;
  left: number; // CSS pixels from the chart's left edge
  top: number;
}

/** Places the name of each line to the right of its last point, without overlaps. */
export function placeLabels(plot: uPlot, { places, lines }: Curves, gap: number): LineLabel[] {
  const labels = lines.flatMap(({ name, look, values }) => {
    const value = lastOf(values);
    const place = places[values.findLastIndex((one) => one !== null)];
    if (look === 'batch' || value === null || place === undefined) return [];
    const left = plot.valToPos(place, 'x', true) / devicePixelRatio;
    return [{ name, look, left, top: plot.valToPos(value, 'y', true) / devicePixelRatio }];
  });
  return spread(labels, gap);
}

/** Moves apart labels that are closer than the gap. Their common centre stays. */
export function spread(labels: readonly LineLabel[], gap: number): LineLabel[] {
  const sorted = [...labels].sort((a, b) => a.top - b.top);
  let min = Number.NEGATIVE_INFINITY;
  const moved = sorted.map((label) => {
    const top = Math.max(label.top, min);
    min = top + gap;
    return { ...label, top };
  });
  const pushed = moved.reduce((sum, { top }, at) => sum + top - (sorted[at]?.top ?? 0), 0);
  const back = moved.length > 0 ? pushed / moved.length : 0;
  return moved.map((label) => ({ ...label, top: label.top - back }));
}
