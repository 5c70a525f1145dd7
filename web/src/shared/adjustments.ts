import type { Adjustment } from '../protocol/calls';
import type { DataSummary } from '../protocol/types';

/** Whether images look as if they must be adjusted before a network can read them. */
export function needsAdjustment(
  { inverted, orientation }: Pick<DataSummary, 'inverted' | 'orientation'>,
  adjustment: Adjustment,
): boolean {
  return adjustment === 'invert' ? inverted : orientation === 'transposed';
}

/** Adds an adjustment, or removes it if it is already there. */
export function toggled(adjustments: readonly Adjustment[], one: Adjustment): Adjustment[] {
  const others = adjustments.filter((other) => other !== one);
  return others.length < adjustments.length ? others : [...others, one];
}
