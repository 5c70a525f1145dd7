import type { IconName } from '../kit/icons';
import type { TrainingOutcome } from '../protocol/calls';
import { type ClassNames, kindOf } from '../shared/classes';
import { validationAccuracy } from './validation';

/** The next steps after training. Each leads to a part of the results with the id `part-…`. */
export type NextStep = 'test' | 'use' | 'mistakes' | 'export';

/** Test files are of digits, as a rule, so other classes are drawn first. Without validation, no mistakes are known. */
export function nextSteps(outcome: TrainingOutcome, classes: ClassNames): NextStep[] {
  const first: NextStep[] = kindOf(classes) === 'digit' ? ['test', 'use'] : ['use', 'test'];
  const measured = Number.isFinite(validationAccuracy(null, outcome));
  return measured ? [...first, 'mistakes', 'export'] : [...first, 'export'];
}

const icons: Record<NextStep, IconName> = {
  test: 'table',
  use: 'read',
  mistakes: 'alert',
  export: 'download',
};

/** Without mistakes, their step shows other details, and warns of nothing. */
export const iconOf = (step: NextStep, flawless: boolean): IconName =>
  step === 'mistakes' && flawless ? 'grid' : icons[step];
