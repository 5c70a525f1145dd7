import { messages } from '../../messages';
import type { Network } from '../network/network.svelte';
import type { SavedRun } from './savedRun';

/** What a run is called: by its person, or by its network and its place among all of them. */
export function runName(
  run: SavedRun,
  all: readonly SavedRun[],
  network: Pick<Network, 'titleOf'>,
): string {
  if (run.name !== run.network) return run.name;
  return messages.model.run({ title: networkOf(run, network), run: runNumber(run, all) });
}

/** Its place among all of them, from the first that began, from 1. */
export function runNumber(run: SavedRun, all: readonly SavedRun[]): number {
  return all.filter(({ begun }) => begun < run.begun).length + 1;
}

/** In the page's language, where it knows the network. */
export function networkOf(run: SavedRun, network: Pick<Network, 'titleOf'>): string {
  const { preset, architecture } = run.settings;
  const title = network.titleOf({ preset, architecture });
  return title === preset ? run.network : title;
}
