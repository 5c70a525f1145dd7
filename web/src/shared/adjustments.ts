import type { Adjustment } from '../protocol/calls';
import type { DataSummary } from '../protocol/types';

/** Whether images look as if they need an adjustment before a network can read them. */
export function needsAdjustment(
  { inverted, orientation }: Pick<DataSummary, 'inverted' | 'orientation'>,
  adjustment: Adjustment,
): boolean {
  return adjustment === 'invert' ? inverted : orientation === 'transposed';
}

/** These with one more, or without it where it was among them. */
export function toggled(adjustments: readonly Adjustment[], one: Adjustment): Adjustment[] {
  const others = adjustments.filter((other) => other !== one);
  return others.length < adjustments.length ? others : [...others, one];
}
