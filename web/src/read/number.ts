import type { DigitReading } from '../shared/digitReadings';

/**
 * Returns the probability that all digits of a number are right, assuming independence. Corrected digits count as
 * certain. Null for a single digit or if a digit was rejected.
 */
export function certaintyOf(
  digits: readonly DigitReading[],
  corrected: ReadonlyMap<number, string>,
): number | null {
  if (digits.length < 2) return null;
  const each = digits.map(({ verdict, best }, at) => {
    if (corrected.has(at)) return 1;
    return verdict === 'none' ? Number.NaN : best.probability;
  });
  const all = each.reduce((product, one) => product * one, 1);
  return Number.isNaN(all) ? null : all;
}
