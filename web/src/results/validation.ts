import { messages } from '../messages';
import type { TrainingOutcome } from '../protocol/calls';
import type { RunInfo } from '../protocol/runs';
import type { Progress } from '../protocol/types';
import { right, total } from './confusion';

/** A run's result. */
export interface Result {
  outcome: TrainingOutcome;
  run: RunInfo;
}

/** Returns the accuracy of the saved weights after a run, or else of the last epoch. NaN if unmeasured. */
export function validationAccuracy(
  progress: Progress | null,
  outcome: TrainingOutcome | null,
): number {
  if (outcome) return right(outcome.confusion) / total(outcome.confusion);
  return progress?.validation_accuracy ?? Number.NaN;
}

/** Explains why a finished run has no accuracy. */
export function whyUnmeasured({ epoch }: Progress): string {
  return epoch === 0 ? messages.results.tooShort : messages.results.unmeasured;
}
