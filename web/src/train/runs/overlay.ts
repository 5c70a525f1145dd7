import type { Measure, Row } from '../../charts/history';
import type { SavedRun } from './savedRun';

/** A run's course in a chart of several. */
export interface RunCurve {
  id: string;
  name: string;
  points: readonly { epoch: number; value: number }[];
}

/** Without images held out there is only what was learned from. */
function measured(row: Row, measure: Measure): number | null {
  return row[`validation_${measure}`] ?? row[`training_${measure}`];
}

/** The ends of the epochs; runs that have none are not drawn. */
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

/** The least and the largest of values, however many. */
export function rangeOf(values: readonly number[]): [min: number, max: number] {
  return values.reduce<[number, number]>(
    ([min, max], value) => [Math.min(min, value), Math.max(max, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** A round step so that about `parts` of them span the range. */
function stepOf(span: number, parts: number): number {
  const rough = span / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** The marks of an axis, the first at or below the least value, the last at or above the largest. */
export function marksOf(min: number, max: number, parts: number): number[] {
  const step = stepOf(Math.max(max - min, 1e-3), parts);
  const first = Math.floor(min / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

/** Places at least `gap` apart, in their order and as near to where they were as that goes downwards. */
export function apart(places: readonly number[], gap: number, max: number): number[] {
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
