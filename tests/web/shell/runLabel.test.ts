import { expect, test } from 'vitest';
import { runLabelOf } from '#web/shell/runLabel';
import type { SavedRun } from '#web/train/runs/savedRun';

function run(begun: number, more: Partial<SavedRun> = {}): SavedRun {
  const settings = { architecture: '' };
  const model = Uint8Array.of(begun);
  return { begun, name: 'Fast', network: 'Fast', settings, model, ...more } as unknown as SavedRun;
}

test('runs are counted from the first that is listed, in whatever order they are', () => {
  const [first, second] = [run(1), run(2)];
  expect(runLabelOf([second, first], first.model)).toEqual({ title: 'Fast', run: 1 });
  expect(runLabelOf([second, first], second.model)).toEqual({ title: 'Fast', run: 2 });
});

test('a run that was given a name is called by it, and a network made up has none', () => {
  const named = run(1, { name: 'Night shift' });
  expect(runLabelOf([named], named.model)).toEqual({ title: 'Night shift', run: null });
  const own = run(1, { settings: { architecture: 'flatten' } as SavedRun['settings'] });
  expect(runLabelOf([own], own.model)).toEqual({ title: '', run: 1 });
});

test('a model that came out of no listed run is of none', () => {
  expect(runLabelOf([run(1)], Uint8Array.of(1))).toBeNull();
});
