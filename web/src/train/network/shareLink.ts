// Encodes a network and its settings in a readable address that lists the differences from the preset.

import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { engineFailure } from '../../protocol/failure';
import type { Preset, TrainingSettings } from '../../protocol/types';
import { placeholderSettings, settingsFrom } from '../../shared/trainingSettings';
import type { Network } from './network.svelte';

type Name = keyof TrainingSettings;

const names = Object.keys(placeholderSettings) as Name[];

/** Addresses use the user-facing name of the architecture. */
const inAddress = (name: Name): string => (name === 'architecture' ? 'network' : name);

/** Returns the training view's address with these settings. */
export function linkOf(settings: TrainingSettings, preset: Preset, address: string): string {
  const parameters = new URLSearchParams({ preset: preset.name });
  for (const name of names) {
    if (settings[name] !== preset.settings[name])
      parameters.set(inAddress(name), String(settings[name]));
  }
  const url = new URL(address);
  url.hash = `train?${parameters}`;
  return url.href;
}

/** Returns the parameters in an address; null if there are none. */
export function linkQuery(hash: string): URLSearchParams | null {
  const at = hash.indexOf('?');
  return at < 0 ? null : new URLSearchParams(hash.slice(at + 1));
}

/** An unknown setting or an invalid value in a link. */
export interface InvalidSetting {
  key: string;
  value: string;
  known: boolean;
}

function read(name: Name, text: string): string | number | boolean | undefined {
  if (typeof placeholderSettings[name] === 'string') return text;
  if (typeof placeholderSettings[name] === 'boolean') return { true: true, false: false }[text];
  return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** Returns the settings in a link, or its first invalid part. */
export function settingsOf(
  query: URLSearchParams,
  presets: readonly Preset[],
): TrainingSettings | InvalidSetting {
  const wanted = query.get('preset');
  const preset = wanted === null ? presets[0] : presets.find(({ name }) => name === wanted);
  if (!preset) return { key: 'preset', value: wanted ?? '', known: true };
  const settings: Record<string, unknown> = { ...preset.settings };
  for (const [key, text] of query) {
    const name = names.find((one) => inAddress(one) === key);
    if (!name) return { key, value: text, known: false };
    settings[name] = read(name, text);
    const alone = settingsFrom({ ...preset.settings, patience: 0, [name]: settings[name] });
    if (!alone) return { key, value: text, known: true };
  }
  return (
    settingsFrom(settings) ?? { key: 'patience', value: String(settings.patience), known: true }
  );
}

function sentence({ key, value, known }: InvalidSetting): string {
  return known
    ? messages.share.noValue({ name: key, value })
    : messages.share.noSetting({ name: key });
}

/** Applies a link's settings, or reports what is wrong with it. */
export async function applyLink(
  query: URLSearchParams,
  network: Network,
  problems: Problems,
): Promise<void> {
  const settings = settingsOf(query, network.presets);
  const { unchanged, advice } = messages.share;
  if ('known' in settings) {
    const happened = { text: sentence(settings), english: false };
    problems.current = { place: 'network', happened, unchanged, advice };
    return;
  }
  const refusal = await network.refusal(settings);
  if (refusal === '') network.take(settings);
  else problems.raise('network', engineFailure(refusal), unchanged, advice);
}
