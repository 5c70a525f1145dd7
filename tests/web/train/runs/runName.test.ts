import { expect, test } from 'vitest';
import { networkOf, runName } from '#web/train/runs/runName';
import type { SavedRun } from '#web/train/runs/savedRun';

const network = { titleOf: ({ preset = '' }) => (preset === 'fast' ? 'Rapide' : preset) };

function run(begun: number, more: Partial<SavedRun> = {}): SavedRun {
  const settings = { preset: 'fast', architecture: '' };
  return { begun, name: 'Fast', network: 'Fast', settings, ...more } as SavedRun;
}

test('a run is called by its network, in the page’s language, and its place among all', () => {
  const [first, second] = [run(1), run(2)];
  expect(runName(first, [second, first], network)).toBe('Rapide, run 1');
  expect(runName(second, [second, first], network)).toBe('Rapide, run 2');
});

test('a name that a person gave stays, and so does a network that is not known here', () => {
  expect(runName(run(1, { name: 'mine' }), [], network)).toBe('mine');
  const unknown = run(1, { settings: { preset: 'gone' } as SavedRun['settings'] });
  expect(networkOf(unknown, network)).toBe('Fast');
});
