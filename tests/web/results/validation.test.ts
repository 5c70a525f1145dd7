import { describe, expect, test } from 'vitest';
import type { TrainingOutcome } from '#web/protocol/calls';
import type { Progress } from '#web/protocol/types';
import { validationAccuracy, whyUnmeasured } from '#web/results/validation';

const ended = (progress: Progress, confusion: Uint32Array) =>
  ({ progress, confusion }) as TrainingOutcome;

describe('the displayed validation accuracy', () => {
  const progress = { validation_accuracy: 0.9 } as Progress;

  test('is the last epoch’s during a run', () => {
    expect(validationAccuracy(progress, null)).toBe(0.9);
    expect(validationAccuracy(null, null)).toBeNaN();
  });

  test('is the saved weights’ after a run', () => {
    const confusion = new Uint32Array(100);
    confusion[0] = 19;
    confusion[1] = 1;
    expect(validationAccuracy(progress, ended(progress, confusion))).toBe(0.95);
  });

  test('is missing without validation images', () => {
    expect(validationAccuracy(progress, ended(progress, new Uint32Array(100)))).toBeNaN();
  });

  test('is missing with a reason: too short a run or no validation', () => {
    expect(whyUnmeasured({ epoch: 0 } as Progress)).toMatch(/first epoch/);
    expect(whyUnmeasured({ epoch: 1 } as Progress)).toMatch(/held out/);
  });
});
