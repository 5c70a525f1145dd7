import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appended, epochsIn, type Row } from '#web/charts/measures';
import type { TimedProgress } from '#web/protocol/runs';

function progress(changes: Partial<TimedProgress>): TimedProgress {
  return {
    state: 'training',
    epoch: 0,
    epochs: 5,
    step: 0,
    steps: 10,
    images_seen: 0,
    learning_rate: 0.001,
    rate_scale: 1,
    batch_loss: 2,
    batch_accuracy: 0.2,
    training_loss: Number.NaN,
    training_accuracy: Number.NaN,
    validation_loss: Number.NaN,
    validation_accuracy: Number.NaN,
    best_epoch: 0,
    elapsed_ms: 0,
    ...changes,
  };
}

const ended = { training_loss: 0.3, training_accuracy: 0.9, validation_loss: 0.4 };
const rowsOf = (...reports: Partial<TimedProgress>[]) =>
  reports.reduce<readonly Row[]>((rows, report) => appended(rows, progress(report)), []);

describe('the history of a run', () => {
  test('places batches at their fraction of the epoch, and epochs at their end', () => {
    const rows = rowsOf(
      { step: 5 },
      { step: 10 },
      { epoch: 1, step: 0, ...ended },
      { epoch: 1, step: 1 },
    );
    expect(rows.map(({ epoch }) => epoch)).toEqual([0.5, 1, 1.1]);
    expect(rows.map((row) => row.training_loss)).toEqual([null, 0.3, null]);
  });

  test('rows have their step and time', () => {
    const rows = rowsOf(
      { step: 5, elapsed_ms: 50 },
      { epoch: 1, step: 0, elapsed_ms: 120, ...ended },
      { epoch: 1, step: 3, elapsed_ms: 150 },
      { epoch: 2, step: 10, elapsed_ms: 240, ...ended }, // the last epoch keeps its steps
    );
    expect(rows.map(({ step }) => step)).toEqual([5, 10, 13, 20]);
    expect(rows.map(({ elapsed_ms }) => elapsed_ms)).toEqual([50, 120, 150, 240]);
  });

  test('a missing validation value leaves a gap, not a zero', () => {
    const rows = rowsOf({ epoch: 1, training_loss: 0.3, training_accuracy: 0.9 });
    expect(rows.map((row) => row.validation_accuracy)).toEqual([null]);
  });

  test('a long run is thinned out but keeps all epochs, in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 200 }),
        (epochs, steps) => {
          let rows: readonly Row[] = [];
          for (let epoch = 0; epoch < epochs; epoch++) {
            for (let step = 1; step <= steps; step++) {
              rows = appended(rows, progress({ epoch, step, steps }));
            }
            rows = appended(rows, progress({ epoch: epoch + 1, step: steps, steps, ...ended }));
          }
          expect(rows.length).toBeLessThanOrEqual(1500 + epochs);
          expect(rows.filter((row) => row.training_loss !== null)).toHaveLength(epochs);
          expect(epochsIn(rows)).toBe(epochs);
          const places = rows.map(({ epoch }) => epoch);
          expect(places).toEqual([...places].sort((a, b) => a - b));
        },
      ),
      { numRuns: 20 },
    );
  });
});
