import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import type { Preset } from '#web/protocol/types';
import { Network } from '#web/train/network/network.svelte';
import { applyLink, linkQuery } from '#web/train/network/shareLink';
import { articlePreset, type Engines, fakeEngine, fakeWorker, settings } from '../../fakeEngine';

const fast: Preset = {
  ...articlePreset,
  name: 'fast',
  architecture: 'conv 3x3 8 | dense 10',
  settings: { ...settings, preset: 'fast', epochs: 5, validation: 0.3, seed: 9 },
};
const engine = { ...fakeEngine, presets: () => [articlePreset, fast] } as Engines;

let stored: Map<string, string>;
async function fresh(): Promise<Network> {
  const network = new Network(new EngineClient(() => fakeWorker(engine), 'broken'));
  await network.load();
  await vi.waitFor(() => expect(network.checked).not.toBe(null));
  return network;
}

let network: Network;
beforeEach(async () => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
  network = await fresh();
});

const summedUp = (layers: string[]) =>
  vi.waitFor(() => expect(network.checked?.layers.map(({ name }) => name)).toEqual(layers));

describe('layers', () => {
  test('are the preset’s until changed, and then analysed again', async () => {
    expect(network.own).toBe(false);
    await summedUp(['flatten', 'dense 10']);
    network.edit(['flatten', 'relu', 'dense 10']);
    expect(network.own).toBe(true);
    expect(network.settings.architecture).toBe('flatten | relu | dense 10');
    expect(network.title).toBe(messages.network.own);
    await summedUp(['flatten', 'relu', 'dense 10']);
    expect(network.weights).toBe(3);
  });

  test('of the person can be restored, with their settings, after other presets', async () => {
    network.edit(['flatten', 'relu', 'dense 10']);
    network.settings.epochs = 77;
    network.choose('fast');
    expect(network.own).toBe(false);
    network.choose('article');
    expect(network.settings.epochs).not.toBe(77);
    network.restoreReplaced();
    expect(network.settings).toMatchObject({
      preset: 'article',
      architecture: 'flatten | relu | dense 10',
      epochs: 77,
    });
    expect(network.replaced).toBe(null);
    await summedUp(['flatten', 'relu', 'dense 10']);
  });

  test('that are invalid block a run', async () => {
    network.edit(['flatten', 'tall', 'dense 10']);
    await vi.waitFor(() => expect(network.fits).toBe(false));
    expect(network.checked).toMatchObject({ fault: 2 });
    expect(network.ready).toBe(false);
    network.undo();
    await vi.waitFor(() => expect(network.ready).toBe(true));
  });

  test('changed back to the preset’s count as the preset’s', () => {
    network.edit(['dense 10']);
    network.edit(['flatten', 'dense 10']);
    expect(network.own).toBe(false);
  });

  test('are undone step by step, with one field’s changes as one', () => {
    expect(network.undoable).toBe(false);
    network.edit(['flatten', 'dense 1'], 'text');
    network.edit(['flatten', 'dense 12'], 'text');
    network.edit(['flatten', 'relu', 'dense 12']);
    network.undo();
    expect(network.architecture).toBe('flatten | dense 12');
    network.undo();
    expect(network.architecture).toBe(articlePreset.architecture);
    expect(network.undoable).toBe(false);
  });
});

test('another preset brings its layers and settings, but keeps split and seed', async () => {
  network.edit(['dense 10']);
  network.choose('fast');
  expect(network.settings).toEqual({ ...fast.settings, validation: 0.2, seed: 1 });
  await summedUp(['conv 3x3 8', 'dense 10']);
});

describe('the next visit', () => {
  test('restores the settings', async () => {
    network.choose('fast');
    network.settings.epochs = 77;
    network.save();
    expect((await fresh()).settings).toEqual(network.settings);
  });

  test.each(['{', '"fast"', JSON.stringify({ ...settings, architecture: 'tall' })])(
    'starts with the first preset if %s was stored',
    async (text) => {
      network.save();
      for (const name of stored.keys()) stored.set(name, text);
      expect((await fresh()).settings).toEqual(settings);
    },
  );

  test('drops settings out of range', async () => {
    network.settings.epochs = 3;
    network.save();
    network.settings.epochs = Number.NaN;
    network.save();
    expect((await fresh()).settings.epochs).toBe(3);
  });
});

describe('settings for specific data', () => {
  beforeEach(() => {
    network.settings.epochs = 77;
    network.chooseForData('fast', { negatives: 200 });
  });

  test('are reverted when the data go', () => {
    expect(network.settings).toMatchObject({ preset: 'fast', negatives: 200 });
    network.leaveData();
    expect(network.settings).toEqual({ ...settings, epochs: 77 });
  });

  test('are reverted to those before the first of several such data', () => {
    network.chooseForData('fast', { negatives: 300 });
    network.leaveData();
    expect(network.settings).toEqual({ ...settings, epochs: 77 });
  });

  test('stay once changed by hand', () => {
    network.settings.epochs = 5000;
    network.leaveData();
    expect(network.settings).toMatchObject({ preset: 'fast', negatives: 200, epochs: 5000 });
  });

  test('aren’t stored for the next visit', async () => {
    network.save();
    expect((await fresh()).settings).toEqual({ ...settings, epochs: 77 });
  });
});

describe('a link', () => {
  const follow = async (hash: string) => {
    const problems = new Problems();
    await applyLink(linkQuery(hash) as URLSearchParams, network, problems);
    return problems.current;
  };

  test('applies its settings', async () => {
    expect(await follow('#train?preset=fast&network=relu | dense 10&epochs=3')).toBe(null);
    expect(network.settings).toEqual({
      ...fast.settings,
      architecture: 'relu | dense 10',
      epochs: 3,
    });
  });

  test('with invalid layers is refused with the engine’s sentence, and changes nothing', async () => {
    expect(await follow('#train?network=tall')).toMatchObject({
      place: 'network',
      happened: { text: 'layer 1 ("tall"): it is too tall', english: true },
    });
    expect(network.settings).toEqual(settings);
  });

  test('with an invalid setting names it, and changes nothing', async () => {
    expect(await follow('#train?epochs=lots')).toMatchObject({
      happened: { text: messages.share.noValue({ name: 'epochs', value: 'lots' }) },
    });
    expect(await follow('#train?colour=red')).toMatchObject({
      happened: { text: messages.share.noSetting({ name: 'colour' }) },
    });
    expect(network.settings).toEqual(settings);
  });
});
