import { expect, test } from 'vitest';
import { networkOf, numbered, runName } from '#web/train/runs/runName';
import type { SavedRun } from '#web/train/runs/savedRun';

const network = { titleOf: ({ preset = '' }) => (preset === 'fast' ? 'Rapide' : preset) };

function run(begun: number, more: Partial<SavedRun> = {}): SavedRun {
  const settings = { preset: 'fast', architecture: '' };
  return { begun, name: 'Fast', network: 'Fast', settings, ...more } as SavedRun;
}

test('a run is named after its network, in the page’s language, with its number', () => {
  expect(runName(run(1, { number: 3 }), network)).toBe('Rapide, run 3');
  expect(runName(run(1), network)).toBe('Rapide');
});

test('a name given by a person stays, as does an unknown network', () => {
  expect(runName(run(1, { name: 'mine' }), network)).toBe('mine');
  const unknown = run(1, { settings: { preset: 'gone' } as SavedRun['settings'] });
  expect(networkOf(unknown, network)).toBe('Fast');
});

test('runs without a number are numbered from the oldest, after those with one', () => {
  const runs = [run(3), run(1, { number: 4 }), run(2)];
  expect(numbered(runs).map(({ number }) => number)).toEqual([6, 4, 5]);
});
