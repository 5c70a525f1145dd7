import { messages } from '../../messages';
import type { Network } from '../network/network.svelte';
import type { SavedRun } from './savedRun';

/** Names a run: by the person, or by its network and number. */
export function runName(run: SavedRun, network: Pick<Network, 'titleOf'>): string {
  if (run.name !== run.network) return run.name;
  const title = networkOf(run, network);
  return run.number ? messages.model.run({ title, run: run.number }) : title;
}

/** Numbers the runs that have no number yet, from the oldest. */
export function numbered(runs: readonly SavedRun[]): SavedRun[] {
  const oldestFirst = runs.toSorted((one, other) => one.begun - other.begun);
  const fresh = oldestFirst.filter(({ number }) => !number);
  const last = Math.max(0, ...runs.map(({ number = 0 }) => number));
  const numbers = new Map(fresh.map((run, at) => [run, last + at + 1]));
  return runs.map((run) => ({ ...run, number: run.number || (numbers.get(run) ?? 0) }));
}

/** Returns the network's title in the page's language, if known. */
export function networkOf(run: SavedRun, network: Pick<Network, 'titleOf'>): string {
  const { preset, architecture } = run.settings;
  const title = network.titleOf({ preset, architecture });
  return title === preset ? run.network : title;
}
