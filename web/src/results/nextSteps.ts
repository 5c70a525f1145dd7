import type { TrainingOutcome } from '../protocol/calls';
import { validationAccuracy } from './validation';

/** What can be done with a network just trained; each has a part of the results with the id `part-…`. */
export type NextStep = 'test' | 'use' | 'mistakes' | 'export';

/** What was not measured has no mistakes to look at. */
export function nextSteps(outcome: TrainingOutcome): NextStep[] {
  const measured = Number.isFinite(validationAccuracy(null, outcome));
  return measured ? ['test', 'use', 'mistakes', 'export'] : ['test', 'use', 'export'];
}
