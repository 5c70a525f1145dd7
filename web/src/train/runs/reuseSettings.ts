import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { refused } from '../../protocol/failure';
import { settingsFrom } from '../../shared/settings';
import type { Network } from '../network/network.svelte';
import type { SavedRun } from './savedRun';

/** Takes the settings of a run, which may be another version's: whether they are any good, or else why not. */
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
  if (refusal) problems.raise('runs', refused(refusal), unchanged, '');
  else {
    const happened = { text: otherSettings, english: false };
    problems.current = { place: 'runs', happened, unchanged, advice: '' };
  }
  return false;
}
