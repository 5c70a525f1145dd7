import { expect, test } from 'vitest';
import { networkOf, runName } from '#web/train/runs/runName';
import type { SavedRun } from '#web/train/runs/savedRun';

const network = { titleOf: ({ preset = '' }) => (preset === 'fast' ? 'Rapide' : preset) };

function run(begun: number, more: Partial<SavedRun> = {}): SavedRun {
  const settings = { preset: 'fast', architecture: '' };
  return { begun, name: 'Fast', network: 'Fast', settings, ...more } as SavedRun;
}

test('a run is named after its network, in the page’s language, with its number', () => {
  const [first, second] = [run(1), run(2)];
  expect(runName(first, [second, first], network)).toBe('Rapide, run 1');
  expect(runName(second, [second, first], network)).toBe('Rapide, run 2');
});

test('a name given by a person stays, as does an unknown network', () => {
  expect(runName(run(1, { name: 'mine' }), [], network)).toBe('mine');
  const unknown = run(1, { settings: { preset: 'gone' } as SavedRun['settings'] });
  expect(networkOf(unknown, network)).toBe('Fast');
});
