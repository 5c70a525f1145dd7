import type { DigitReading } from '../shared/digitReadings';

/**
 * How likely all digits of a number are read right, each by itself; what was corrected is. Null for a single digit
 * and where something is none of the classes.
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
