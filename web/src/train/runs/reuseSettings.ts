import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { engineFailure } from '../../protocol/failure';
import { settingsFrom } from '../../shared/trainingSettings';
import type { Network } from '../network/network.svelte';
import type { SavedRun } from './savedRun';

/** Applies the settings of a run, possibly from another version. Reports why if they are invalid. */
export async function reuseSettings(
  { settings }: SavedRun,
  network: Network,
  problems: Problems<'runs'>,
): Promise<boolean> {
  problems.clear();
  const known = settingsFrom(settings);
  const refusal = known && (await network.refusal(known));
  if (known && refusal === '') {
    network.take(known);
    return true;
  }
  const { unchanged, otherSettings } = messages.runs;
  if (refusal) problems.raise('runs', engineFailure(refusal), unchanged, '');
  else {
    const happened = { text: otherSettings, english: false };
    problems.current = { place: 'runs', happened, unchanged, advice: '' };
  }
  return false;
}
