import { messages } from '../messages';
import type { TrainingOutcome } from '../protocol/calls';
import type { RunInfo } from '../protocol/runs';
import type { Progress } from '../protocol/types';
import { right, total } from './confusion';

/** What came of a run. */
export interface Result {
  outcome: TrainingOutcome;
  run: RunInfo;
}

/** Of the saved weights once a run has ended, of the last epoch before that; NaN if unmeasured. */
export function validationAccuracy(
  progress: Progress | null,
  outcome: TrainingOutcome | null,
): number {
  if (outcome) return right(outcome.confusion) / total(outcome.confusion);
  return progress?.validation_accuracy ?? Number.NaN;
}

/** Why a run that is over has no accuracy. */
export function whyUnmeasured({ epoch }: Progress): string {
  return epoch === 0 ? messages.results.tooShort : messages.results.unmeasured;
}
