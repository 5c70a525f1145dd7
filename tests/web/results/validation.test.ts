import { describe, expect, test } from 'vitest';
import type { TrainingOutcome } from '#web/protocol/calls';
import type { Progress } from '#web/protocol/types';
import { validationAccuracy, whyUnmeasured } from '#web/results/validation';

const ended = (progress: Progress, confusion: Uint32Array) =>
  ({ progress, confusion }) as TrainingOutcome;

describe('the validation accuracy that is shown', () => {
  const progress = { validation_accuracy: 0.9 } as Progress;

  test('is that of the last epoch while a run goes on', () => {
    expect(validationAccuracy(progress, null)).toBe(0.9);
    expect(validationAccuracy(null, null)).toBeNaN();
  });

  test('is that of the kept weights when it is over', () => {
    const confusion = new Uint32Array(100);
    confusion[0] = 19;
    confusion[1] = 1;
    expect(validationAccuracy(progress, ended(progress, confusion))).toBe(0.95);
  });

  test('is not there when nothing was held out', () => {
    expect(validationAccuracy(progress, ended(progress, new Uint32Array(100)))).toBeNaN();
  });

  test('is missing for a reason: too short a run, or nothing held out', () => {
    expect(whyUnmeasured({ epoch: 0 } as Progress)).toMatch(/first epoch/);
    expect(whyUnmeasured({ epoch: 1 } as Progress)).toMatch(/held out/);
  });
});
