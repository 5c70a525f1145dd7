import { expect, test } from 'vitest';
import { runLabelOf } from '#web/shell/runLabel';
import type { SavedRun } from '#web/train/runs/savedRun';

function run(begun: number, more: Partial<SavedRun> = {}): SavedRun {
  const settings = { architecture: '' };
  const model = Uint8Array.of(begun);
  return { begun, name: 'Fast', network: 'Fast', settings, model, ...more } as unknown as SavedRun;
}

test('a model is labelled with the number of its run', () => {
  const [first, second] = [run(1, { number: 1 }), run(2, { number: 2 })];
  expect(runLabelOf([second, first], first.model)).toEqual({ title: 'Fast', run: 1 });
  expect(runLabelOf([second, first], second.model)).toEqual({ title: 'Fast', run: 2 });
});

test('a named run is called by its name, and a custom network has no title', () => {
  const named = run(1, { name: 'Night shift' });
  expect(runLabelOf([named], named.model)).toEqual({ title: 'Night shift', run: null });
  const own = run(1, { number: 1, settings: { architecture: 'flatten' } as SavedRun['settings'] });
  expect(runLabelOf([own], own.model)).toEqual({ title: '', run: 1 });
});

test('a model from no listed run has no run', () => {
  expect(runLabelOf([run(1)], Uint8Array.of(1))).toBeNull();
});
