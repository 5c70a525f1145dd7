import type uPlot from 'uplot';
import { type Curves, lastOf } from './history';

export interface LineLabel {
  name: 'training' | 'validation';
  left: number; // CSS pixels in the chart
  top: number;
}

/** Where the names of the lines stand: right of the last point of each, not on each other. */
export function placeLabels(plot: uPlot, curves: Curves, gap: number): LineLabel[] {
  const names = ['training', 'validation'] as const;
  const labels = names.flatMap((name) => {
    const at = curves[name].findLastIndex((value) => value !== null);
    const value = lastOf(curves[name]);
    const epoch = curves.epoch[at];
    if (value === null || epoch === undefined) return [];
    const left = plot.valToPos(epoch, 'x', true) / devicePixelRatio;
    return [{ name, left, top: plot.valToPos(value, 'y', true) / devicePixelRatio }];
  });
  return spread(labels, gap);
}

/** Moves two labels that stand closer than the gap apart, the upper one up and the lower one down. */
export function spread(labels: LineLabel[], gap: number): LineLabel[] {
  const [upper, lower] = [...labels].sort((a, b) => a.top - b.top);
  if (!upper || !lower) return labels;
  const missing = Math.max(0, gap - (lower.top - upper.top)) / 2;
  return [
    { ...upper, top: upper.top - missing },
    { ...lower, top: lower.top + missing },
  ];
}
