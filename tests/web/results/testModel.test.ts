// Which model predicts a test file, and what is offered after a run.
import { describe, expect, test } from 'vitest';
import { builtIn } from '#web/model/modelLabel';
import type { TrainingOutcome } from '#web/protocol/calls';
import type { RunInfo } from '#web/protocol/runs';
import type { ModelSummary } from '#web/protocol/types';
import { nextSteps } from '#web/results/nextSteps';
import { testModelsOf } from '#web/results/testModel';
import { digitNames } from '#web/shared/classes';

/** A run with this many validation zeros read right and wrong. */
function ended(right: number, wrong: number): TrainingOutcome {
  const confusion = new Uint32Array(100);
  confusion[0] = right;
  confusion[1] = wrong;
  return { confusion, model: Uint8Array.of(1) } as TrainingOutcome;
}

const run = { data: { classes: ['cat', 'dog'] } } as unknown as RunInfo;

const inUse = {
  bytes: Uint8Array.of(2),
  origin: 'shipped' as const,
  label: builtIn,
  summary: { title: 'Custom network', classes: ['A', 'B'], accuracy: 0.99 } as ModelSummary,
};

describe('a test file is predicted by', () => {
  test('the network just trained, with its accuracy', () => {
    const outcome = ended(19, 1);
    expect(testModelsOf({ outcome, run, title: 'Fast' }, inUse)[0]).toEqual({
      model: outcome.model,
      title: 'Fast',
      origin: 'trained',
      classes: ['cat', 'dog'],
      accuracy: 0.95,
    });
  });

  test('a network just trained without validation', () => {
    const [by] = testModelsOf({ outcome: ended(0, 0), run, title: 'Fast' }, inUse);
    expect(by?.origin).toBe('trained');
    expect(by?.accuracy).toBeNaN();
  });

  test('the model in use if none was trained', () => {
    expect(testModelsOf(null, inUse)).toEqual([
      {
        model: inUse.bytes,
        title: 'Built-in',
        origin: 'shipped',
        classes: ['A', 'B'],
        accuracy: 0.99,
      },
    ]);
  });

  test('either of them, the network just trained first', () => {
    const outcome = ended(19, 1);
    const trained = { outcome, run, title: 'Fast' };
    const titles = testModelsOf(trained, inUse).map(({ title }) => title);
    expect(titles).toEqual(['Fast', 'Built-in']);
    expect(testModelsOf(trained, { ...inUse, bytes: outcome.model })).toHaveLength(1);
  });

  test('nothing if there is neither', () => {
    expect(testModelsOf(null, { ...inUse, bytes: null, summary: null })).toEqual([]);
  });
});

test('mistakes are offered only if they were counted', () => {
  expect(nextSteps(ended(19, 1), digitNames)).toEqual(['test', 'use', 'mistakes', 'export']);
  expect(nextSteps(ended(0, 0), digitNames)).toEqual(['test', 'use', 'export']);
  expect(nextSteps(ended(20, 0), digitNames)).toEqual(['test', 'use', 'mistakes', 'export']);
});

test('drawing comes first for classes that aren’t digits', () => {
  expect(nextSteps(ended(19, 1), ['cat', 'dog'])[0]).toBe('use');
});
