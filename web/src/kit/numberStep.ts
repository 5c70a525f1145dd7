import type { Range } from '../shared/range';

/** Returns the power of ten of the first digit: 0.001 for 0.0042. */
const decadeOf = (value: number) => 10 ** Math.floor(Math.log10(value) + 1e-9);

/**
 * Returns the value after one arrow key. Whole numbers step by 1, others by a tenth of their power of ten: 0.001
 * becomes 0.0011. Values near 1 step by their distance from it: 0.999 becomes 0.9991.
 */
export function stepped(value: number, range: Range, direction: 1 | -1): number {
  const { min, max, nearOne, whole } = range;
  const from = Number.isFinite(value) ? value : min;
  const size = nearOne ? 1 - from : from;
  const step = (size > 0 ? decadeOf(size) : decadeOf(max) / 10) / 10;
  const to = whole ? from + direction : Number((from + direction * step).toPrecision(12));
  return Math.min(max, Math.max(min, to));
}
