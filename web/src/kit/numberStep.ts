import type { Range } from '../shared/settings';

/** 0.001 for 0.0042, which has its first digit there. */
const decadeOf = (value: number) => 10 ** Math.floor(Math.log10(value) + 1e-9);

/**
 * One arrow key further up or down: a whole number by 1, others by a tenth of the decade that the value is in, from 0.001 to
 * 0.0011. A value that counts by its distance from 1 is stepped by that, from 0.999 to 0.9991.
 */
export function stepped(value: number, range: Range, direction: 1 | -1): number {
  const { min, max, nearOne, whole } = range;
  const from = Number.isFinite(value) ? value : min;
  const size = nearOne ? 1 - from : from;
  const step = (size > 0 ? decadeOf(size) : decadeOf(max) / 10) / 10;
  const to = whole ? from + direction : Number((from + direction * step).toPrecision(12));
  return Math.min(max, Math.max(min, to));
}
