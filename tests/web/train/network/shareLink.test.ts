import { expect, test } from 'vitest';
import type { Preset } from '#web/protocol/types';
import { linkOf, linkQuery, settingsOf } from '#web/train/network/shareLink';
import { articlePreset, settings } from '../../fakeEngine';

const fast: Preset = {
  ...articlePreset,
  name: 'fast',
  settings: { ...settings, preset: 'fast', epochs: 5 },
};
const presets = [articlePreset, fast];
const address = 'https://inkling.example/page/#train';

const queryOf = (hash: string) => linkQuery(hash) ?? new URLSearchParams();

test('a link restores the settings it was made from', () => {
  const mine = {
    ...fast.settings,
    architecture: 'conv 3x3 8 | norm | dense 10',
    epochs: 7,
    learning_rate: 0.0005,
    augment: true,
    augmentation: 'rotation 20, blur 0.5',
    schedule: 'cosine',
  };
  const link = new URL(linkOf(mine, fast, address));
  expect(link.href.startsWith('https://inkling.example/page/#train?preset=fast&network=conv')).toBe(
    true,
  );
  expect(settingsOf(queryOf(link.hash), presets)).toEqual(mine);
});

test('a link omits what the preset already says', () => {
  expect(new URL(linkOf(fast.settings, fast, address)).hash).toBe('#train?preset=fast');
});

test('an address without parameters requests nothing', () => {
  expect(linkQuery('#train')).toBe(null);
  expect(linkQuery('')).toBe(null);
});

test('a link without a preset uses the first', () => {
  expect(settingsOf(queryOf('#train?epochs=3'), presets)).toEqual({ ...settings, epochs: 3 });
});

test.each([
  ['#train?preset=huge', { key: 'preset', value: 'huge', known: true }],
  ['#train?colour=red', { key: 'colour', value: 'red', known: false }],
  ['#train?architecture=dense 10', { key: 'architecture', value: 'dense 10', known: false }],
  ['#train?epochs=many', { key: 'epochs', value: 'many', known: true }],
  ['#train?epochs=', { key: 'epochs', value: '', known: true }],
  ['#train?epochs=0', { key: 'epochs', value: '0', known: true }],
  ['#train?augment=perhaps', { key: 'augment', value: 'perhaps', known: true }],
  ['#train?schedule=steps', { key: 'schedule', value: 'steps', known: true }],
  ['#train?patience=3&validation=0', { key: 'patience', value: '3', known: true }],
])('“%s” is invalid, and the message says where', (hash, nonsense) => {
  expect(settingsOf(queryOf(hash), presets)).toEqual(nonsense);
});
