// Prepares the data of a chart: named lines over shared positions on the horizontal axis.

import type { Axis, View } from './chartView.svelte';
import { lastOf, type Measure, type Row } from './measures';

export type Look = 'batch' | 'training' | 'validation';

export interface Line {
  name: string;
  look: Look;
  values: (number | null)[]; // one per position; null for a gap
}

export interface Curves {
  places: number[]; // ascending
  lines: Line[];
}

/** Returns a row's position on the axis: epochs, steps or seconds. */
export function placeOf(row: Row, axis: Axis): number {
  if (axis === 'time') return row.elapsed_ms / 1000;
  return row[axis];
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** Returns the lines of one run, unsmoothed. */
export function curvesOf(
  rows: readonly Row[],
  measure: Measure,
  axis: Axis,
  names: Record<Look, string>,
): Curves {
  const line = (look: Look, valueIn: (row: Row) => number | null): Line => ({
    name: names[look],
    look,
    values: rows.map(valueIn),
  });
  return {
    places: rows.map((row) => placeOf(row, axis)),
    lines: [
      line('batch', (row) => finite(row[`batch_${measure}`])),
      line('training', (row) => row[`training_${measure}`]),
      line('validation', (row) => row[`validation_${measure}`]),
    ],
  };
}

/**
 * Smooths with an exponential moving average: each point keeps `smoothing` of the previous mean. Corrects for the
 * start, so the curve doesn't begin near 0. Gaps stay gaps.
 */
export function smoothed(values: readonly (number | null)[], smoothing: number): (number | null)[] {
  let sum = 0;
  let weight = 0;
  return values.map((value) => {
    if (value === null) return null;
    sum = smoothing * sum + (1 - smoothing) * value;
    weight = smoothing * weight + (1 - smoothing);
    return sum / weight;
  });
}

/** Returns the lines to draw: smoothed, and without values a log axis can't show (0 or less). */
export function drawn(curves: Curves, view: View, logarithmic: boolean): Curves {
  const shown = (value: number | null) =>
    logarithmic && value !== null && value <= 0 ? null : value;
  return {
    places: curves.places,
    lines: curves.lines.map((line) => ({
      ...line,
      values: (view.smoothing > 0 ? smoothed(line.values, view.smoothing) : line.values).map(shown),
    })),
  };
}

/**
 * Returns the range of the vertical axis. Ignores values before `settled`, whose large changes would flatten the
 * rest. Loss starts at 0 unless the axis is logarithmic; accuracy always ends at 1.
 */
export function spanOf(
  { places, lines }: Curves,
  measure: Measure,
  settled: number,
  logarithmic: boolean,
): [number, number] {
  const from = logarithmic ? 0 : settled;
  const values = lines.flatMap((line) =>
    line.values.filter((value, at): value is number => value !== null && (places[at] ?? 0) >= from),
  );
  if (values.length === 0) return logarithmic ? [0.1, 10] : [0, 1];
  const [min, max] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, 0],
  );
  if (logarithmic) return [min / 1.1, max * 1.1];
  if (measure === 'loss') return [0, max * 1.05];
  return [Math.max(0, Math.floor((min - 0.005) * 50) / 50), 1];
}

/** After the first epoch, skips its first half; until then, shows everything. */
export function settledAt(rows: readonly Row[], axis: Axis): number {
  if (!rows.some((row) => row.training_loss !== null)) return 0;
  const row = rows.find(({ epoch }) => epoch >= 0.5);
  return row ? placeOf(row, axis) : 0;
}

/** Finds the row that ends the best epoch, and its position. Null if there is none. */
export function bestPlace(
  rows: readonly Row[],
  best: number,
  axis: Axis,
): { at: number; place: number } | null {
  const at =
    best > 0
      ? rows.findIndex(({ epoch, training_loss }) => epoch === best && training_loss !== null)
      : -1;
  const row = rows[at];
  return row ? { at, place: placeOf(row, axis) } : null;
}

/** Returns the end of the horizontal axis. The duration of a run isn't known in advance. */
export function endOf(rows: readonly Row[], axis: Axis, epochs: number, steps: number): number {
  if (axis === 'epoch') return Math.max(1, epochs);
  if (axis === 'step') return Math.max(1, epochs * steps);
  return Math.max(1, (rows.at(-1)?.elapsed_ms ?? 0) / 1000);
}

/** Returns each line's value at a position, or the last one before it. */
export function valuesAt({ lines }: Curves, at: number | null): (number | null)[] {
  return lines.map(({ values }) => lastOf(at === null ? values : values.slice(0, at + 1)));
}

/** Returns the points of a polyline through evenly spaced values, scaled to a box with 0 at its bottom. */
export function lineThrough(values: ArrayLike<number>, width: number, height: number): string {
  const all = Array.from(values);
  const highest = Math.max(...all);
  if (all.length < 2 || !(highest > 0)) return '';
  const x = (at: number) => ((at * width) / (all.length - 1)).toFixed(1);
  const y = (value: number) => (height * (1 - value / highest)).toFixed(1);
  return all.map((value, at) => `${x(at)},${y(value)}`).join(' ');
}
