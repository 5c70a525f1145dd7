import { describe, expect, test } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { ModelExporter } from '#web/export/modelExporter.svelte';
import { Problems } from '#web/kit/problems.svelte';
import type { TrainedWith } from '#web/protocol/calls';
import { EngineFailure } from '#web/protocol/failure';
import { slots } from '#web/shared/pageTemplate';

const exported = { name: 'mine', model: Uint8Array.of(1, 2), trained: null as TrainedWith | null };

const template = slots.map((slot) => `<i>%%${slot}%%</i>`).join('');
const summary = {
  title: 'Mine',
  weights: 1,
  accuracy: 0.5,
  data: '',
  protocol: '',
  classes: ['A', 'B'],
};

function taking(call: () => Promise<unknown>) {
  const files: [name: string, content: Blob][] = [];
  const problems = new Problems();
  const engine = { call } as unknown as EngineClient<'training'>;
  const offered = (content: Blob, name: string) => files.push([name, content]);
  const exporter = new ModelExporter(engine, problems, offered, async () => template);
  return { files, problems, exporter };
}

const bytesOf = async (file?: [name: string, content: Blob]) =>
  new Uint8Array((await file?.[1].arrayBuffer()) ?? []);

describe('exporting a model', () => {
  test('names each file after the model, with its own extension', async () => {
    const { files, exporter } = taking(async () => ({
      onnx: Uint8Array.of(9),
      card: '# Mine',
      summary,
    }));
    await exporter.export('safetensors', exported);
    await exporter.export('onnx', exported);
    await exporter.export('card', exported);
    await exporter.export('page', exported);
    const names = ['mine.safetensors', 'mine.onnx', 'mine-card.md', 'mine.html'];
    expect(files.map(([name]) => name)).toEqual(names);
    expect(await bytesOf(files[0])).toEqual(exported.model);
    expect(await bytesOf(files[1])).toEqual(Uint8Array.of(9));
    expect(await files[2]?.[1].text()).toBe('# Mine');
    expect(await files[3]?.[1].text()).toContain('<i>AQI=</i>'); // the model
  });

  test('shows name, size and model of the last export', async () => {
    const { exporter } = taking(async () => ({ onnx: Uint8Array.of(9), card: '', summary }));
    await exporter.export('safetensors', exported);
    expect(exporter.saved).toEqual({ name: 'mine.safetensors', bytes: 2, model: exported.model });
    await exporter.export('onnx', exported);
    expect(exporter.saved).toMatchObject({ name: 'mine.onnx', bytes: 1 });
  });

  test('shows why an export failed, and can be retried', async () => {
    const { files, problems, exporter } = taking(async () => {
      throw new EngineFailure('engine', 'This model cannot be used.');
    });
    await exporter.export('onnx', exported);
    expect(files).toEqual([]);
    expect(problems.at('model')).not.toBe(null);
    expect(exporter.exporting).toBe(null);
    await exporter.export('page', exported);
    expect([files, exporter.saved]).toEqual([[], null]);
  });

  test('exports one file at a time', async () => {
    let answer: (made: unknown) => void = () => {};
    const { files, exporter } = taking(() => new Promise((resolve) => (answer = resolve)));
    const first = exporter.export('onnx', exported);
    expect(exporter.exporting).toBe('onnx');
    await exporter.export('safetensors', exported);
    answer({ onnx: Uint8Array.of(9), card: '' });
    await first;
    expect(files.map(([name]) => name)).toEqual(['mine.onnx']);
    expect(await bytesOf(files[0])).toEqual(Uint8Array.of(9));
  });
});
