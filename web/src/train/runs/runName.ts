import { messages } from '../../messages';
import type { Network } from '../network/network.svelte';
import type { SavedRun } from './savedRun';

/** Names a run: by the person, or by its network and number. */
export function runName(
  run: SavedRun,
  all: readonly SavedRun[],
  network: Pick<Network, 'titleOf'>,
): string {
  if (run.name !== run.network) return run.name;
  return messages.model.run({ title: networkOf(run, network), run: runNumber(run, all) });
}

/** Returns the run's number, counting from the oldest. */
export function runNumber(run: SavedRun, all: readonly SavedRun[]): number {
  return all.filter(({ begun }) => begun < run.begun).length + 1;
}

/** Returns the network's title in the page's language, if known. */
export function networkOf(run: SavedRun, network: Pick<Network, 'titleOf'>): string {
  const { preset, architecture } = run.settings;
  const title = network.titleOf({ preset, architecture });
  return title === preset ? run.network : title;
}
