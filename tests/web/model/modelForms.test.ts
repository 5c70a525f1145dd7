// Model files in unusual forms, loaded by the engine itself.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { CallContext } from '#web/protocol/calls';
import { readingHandlers } from '#web/worker/handlers/readingHandlers';
import { joined, text } from '../digits';
import { realReadingEngine, shippedModel } from '../realEngine';

const handlers = readingHandlers(await realReadingEngine());
const context = { report: () => {}, signal: new AbortController().signal } as CallContext<'read'>;

const ink = {
  points: Float32Array.from({ length: 80 }, (_, at) => (at % 2 ? at : 40 + 5 * Math.sin(at / 9))),
  stroke_lengths: Uint32Array.of(40),
};

interface Tensor {
  data_offsets: [number, number];
}

/** Reverses the order of the model's tensors. */
function reversed(model: Uint8Array): Uint8Array {
  const length = new DataView(model.buffer, model.byteOffset).getUint32(0, true);
  const weights = model.subarray(8 + length);
  const { __metadata__, ...tensors } = JSON.parse(
    new TextDecoder().decode(model.subarray(8, 8 + length)),
  ) as Record<string, Tensor>;
  const parts: Uint8Array[] = [];
  let begin = 0;
  const moved = Object.entries(tensors)
    .reverse()
    .map(([name, tensor]) => {
      const bytes = weights.subarray(...tensor.data_offsets);
      parts.push(bytes);
      begin += bytes.length;
      return [name, { ...tensor, data_offsets: [begin - bytes.length, begin] }] as const;
    });
  const header = text(JSON.stringify({ ...Object.fromEntries(moved), __metadata__ }));
  const size = new Uint8Array(8);
  new DataView(size.buffer).setUint32(0, header.length, true);
  return joined(size, header, ...parts);
}

test('a model may have its tensors in any order', async () => {
  await handlers.load_model(shippedModel(), context as never);
  const before = await handlers.read(ink, context);
  await handlers.load_model(reversed(shippedModel()), context as never);
  expect(await handlers.read(ink, context)).toEqual(before);
});

describe('a file that only has a model’s name', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a web page', text('<!DOCTYPE html><html></html>'), /web page/],
    ['a Git LFS pointer', text('version https://git-lfs.github.com/spec/v1\n'), /Git LFS pointer/],
    ['an archive', zipSync({ 'model.safetensors': Uint8Array.of(1) }), /ZIP archive/],
    ['a PyTorch file', zipSync({ 'model/data.pkl': Uint8Array.of(0x80, 2) }), /PyTorch/],
  ])('is reported as %s', async (_, bytes, says) => {
    const loading = async () => handlers.load_model(bytes, context as never);
    await expect(loading()).rejects.toMatchObject({ kind: 'engine', message: says });
  });
});
