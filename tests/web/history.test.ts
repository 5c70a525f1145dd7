import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appended, curvesOf, epochsIn, lastOf, type Row, spanOf } from '#web/charts/history';
import type { Progress } from '#web/engine/types';

function progress(changes: Partial<Progress>): Progress {
  return {
    state: 'training',
    message: '',
    epoch: 0,
    epochs: 5,
    step: 0,
    steps: 10,
    images_seen: 0,
    learning_rate: 0.001,
    batch_loss: 2,
    batch_accuracy: 0.2,
    training_loss: Number.NaN,
    training_accuracy: Number.NaN,
    validation_loss: Number.NaN,
    validation_accuracy: Number.NaN,
    best_epoch: 0,
    ...changes,
  };
}

const ended = { training_loss: 0.3, training_accuracy: 0.9, validation_loss: 0.4 };
const rowsOf = (...reports: Partial<Progress>[]) =>
  reports.reduce<readonly Row[]>((rows, report) => appended(rows, progress(report)), []);

describe('the history of a run', () => {
  test('batches stand at their fraction of the epoch, epochs at their end', () => {
    const rows = rowsOf(
      { step: 5 },
      { step: 10 },
      { epoch: 1, step: 0, ...ended },
      { epoch: 1, step: 1 },
    );
    expect(rows.map(({ epoch }) => epoch)).toEqual([0.5, 1, 1.1]);
    expect(rows.map((row) => row.training_loss)).toEqual([null, 0.3, null]);
  });

  test('a validation that has no value leaves a gap, not a zero', () => {
    const rows = rowsOf({ epoch: 1, training_loss: 0.3, training_accuracy: 0.9 });
    expect(curvesOf(rows, 'accuracy').validation).toEqual([null]);
    expect(lastOf(curvesOf(rows, 'accuracy').validation)).toBe(null);
  });

  test('a long run stays short and keeps all of its epochs, in order', () => {
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

describe('the axis', () => {
  const rows = rowsOf(
    { step: 1, batch_loss: 2.3, batch_accuracy: 0.1 },
    { step: 8, batch_loss: 0.5, batch_accuracy: 0.85 },
    {
      epoch: 1,
      step: 10,
      ...ended,
      validation_accuracy: 0.91,
      batch_accuracy: 0.9,
      batch_loss: 0.3,
    },
  );

  test('loss begins at 0 and holds every value of the settled part', () => {
    const [from, to] = spanOf(curvesOf(rows, 'loss'), 'loss');
    expect(from).toBe(0);
    expect(to).toBeCloseTo(0.525);
  });

  test('accuracy ends at 100 % and holds every value of the settled part', () => {
    expect(spanOf(curvesOf(rows, 'accuracy'), 'accuracy')).toEqual([0.84, 1]);
  });

  test('before the first epoch is over everything is shown', () => {
    const curves = curvesOf(rows.slice(0, 2), 'loss');
    expect(spanOf(curves, 'loss')[1]).toBeGreaterThan(2.3);
  });

  test('without a value there is a plain axis', () => {
    expect(spanOf(curvesOf([], 'loss'), 'loss')).toEqual([0, 1]);
  });
});
