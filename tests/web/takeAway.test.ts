import { describe, expect, test } from 'vitest';
import type { TrainedWith } from '#web/engine/calls';
import type { EngineClient } from '#web/engine/client';
import { EngineFailure } from '#web/engine/failure';
import { TakeAway } from '#web/takeaway/takeAway.svelte';
import { Problems } from '#web/ui/problems.svelte';

const taken = { name: 'mine', model: Uint8Array.of(1, 2), trained: null as TrainedWith | null };

function taking(call: () => Promise<unknown>) {
  const files: [name: string, content: Blob][] = [];
  const problems = new Problems();
  const engine = { call } as unknown as EngineClient<'training'>;
  const takeAway = new TakeAway(engine, problems, (content, name) => files.push([name, content]));
  return { files, problems, takeAway };
}

const bytesOf = async (file?: [name: string, content: Blob]) =>
  new Uint8Array((await file?.[1].arrayBuffer()) ?? []);

describe('taking a model away', () => {
  test('gives each file the model’s name and its own ending', async () => {
    const { files, takeAway } = taking(async () => ({ onnx: Uint8Array.of(9), card: '# Mine' }));
    await takeAway.take('safetensors', taken);
    await takeAway.take('onnx', taken);
    await takeAway.take('card', taken);
    expect(files.map(([name]) => name)).toEqual(['mine.safetensors', 'mine.onnx', 'mine-card.md']);
    expect(await bytesOf(files[0])).toEqual(taken.model);
    expect(await bytesOf(files[1])).toEqual(Uint8Array.of(9));
    expect(await files[2]?.[1].text()).toBe('# Mine');
  });

  test('says why nothing came, and can be tried again', async () => {
    const { files, problems, takeAway } = taking(async () => {
      throw new EngineFailure('refused', 'This model cannot be used.');
    });
    await takeAway.take('onnx', taken);
    expect(files).toEqual([]);
    expect(problems.at('model')).not.toBe(null);
    expect(takeAway.making).toBe(null);
  });

  test('makes one file at a time', async () => {
    let answer: (made: unknown) => void = () => {};
    const { files, takeAway } = taking(() => new Promise((resolve) => (answer = resolve)));
    const first = takeAway.take('onnx', taken);
    expect(takeAway.making).toBe('onnx');
    await takeAway.take('safetensors', taken);
    answer({ onnx: Uint8Array.of(9), card: '' });
    await first;
    expect(files.map(([name]) => name)).toEqual(['mine.onnx']);
    expect(await bytesOf(files[0])).toEqual(Uint8Array.of(9));
  });
});
