import type { Measure, Row } from '../../charts/measures';
import type { SavedRun } from './savedRun';

/** A run's curve in a chart of several. */
export interface RunCurve {
  id: string;
  name: string;
  points: readonly { epoch: number; value: number }[];
}

/** Without validation images, falls back to the training value. */
function measured(row: Row, measure: Measure): number | null {
  return row[`validation_${measure}`] ?? row[`training_${measure}`];
}

/** Returns the values at the ends of epochs. Skips runs without any. */
export function curvesOf(runs: readonly SavedRun[], measure: Measure): RunCurve[] {
  const curves = runs.map(({ id, name, rows }) => ({
    id,
    name,
    points: rows.flatMap((row) => {
      const value = measured(row, measure);
      return value === null ? [] : [{ epoch: row.epoch, value }];
    }),
  }));
  return curves.filter(({ points }) => points.length > 0);
}

/** Returns the minimum and maximum of any number of values. */
export function rangeOf(values: readonly number[]): [min: number, max: number] {
  return values.reduce<[number, number]>(
    ([min, max], value) => [Math.min(min, value), Math.max(max, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** Returns a round step, of which about `parts` span the range. */
function stepOf(span: number, parts: number): number {
  const rough = span / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** Returns an axis's marks. The first is at or below the minimum, the last at or above the maximum. */
export function marksOf(min: number, max: number, parts: number): number[] {
  const step = stepOf(Math.max(max - min, 1e-3), parts);
  const first = Math.floor(min / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

/**
 * Moves positions at least `gap` apart, keeping their order and staying as close as possible, at most at `max`.
 */
export function spreadApart(places: readonly number[], gap: number, max: number): number[] {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  let free = Number.NEGATIVE_INFINITY;
  for (const one of order) {
    one.place = Math.max(one.place, free);
    free = one.place + gap;
  }
  let limit = max;
  for (const one of order.reverse()) {
    one.place = Math.min(one.place, limit);
    limit = one.place - gap;
  }
  return order.sort((a, b) => a.at - b.at).map(({ place }) => place);
}

/** Returns the letter of a list item, as CSS's upper-alpha does: A to Z, then AA, AB and so on. */
export function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}
