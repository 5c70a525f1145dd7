import type { TrainingOutcome } from '../protocol/calls';
import { validationAccuracy } from './validation';

/** The next steps after training. Each leads to a part of the results with the id `part-…`. */
export type NextStep = 'test' | 'use' | 'mistakes' | 'export';

/** Without validation, there are no mistakes to look at. */
export function nextSteps(outcome: TrainingOutcome): NextStep[] {
  const measured = Number.isFinite(validationAccuracy(null, outcome));
  return measured ? ['test', 'use', 'mistakes', 'export'] : ['test', 'use', 'export'];
}
