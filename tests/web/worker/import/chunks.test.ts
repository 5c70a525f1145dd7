import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import type { Share } from '#web/protocol/calls';
import { Budget, bytesToCome, chunksOf, isZip } from '#web/worker/import/chunks';
import { fileOf } from '../../fakeEngine';

const text = 'label,pixel0\n'.repeat(50_000);
const plain = new TextEncoder().encode(text);

async function read(file: Blob, most?: number): Promise<{ text: string; shares: Share[] }> {
  const shares: Share[] = [];
  const decoder = new TextDecoder();
  let text = '';
  const { signal } = new AbortController();
  for await (const chunk of chunksOf(
    file,
    (share) => shares.push(share),
    signal,
    new Budget(most),
  )) {
    text += decoder.decode(chunk, { stream: true });
  }
  return { text, shares };
}

test('a plain file is passed on unchanged, and its last progress is complete', async () => {
  const { text: got, shares } = await read(fileOf(plain));
  expect(got).toBe(text);
  expect(shares.at(-1)).toEqual({ done: plain.length, total: plain.length });
});

test('a plain file comes in large pieces', async () => {
  const { shares } = await read(fileOf(plain));
  expect(shares).toHaveLength(Math.ceil(plain.length / 2 ** 19));
});

test('a file whose size is a whole number of pieces ends with the last one', async () => {
  const { text: got, shares } = await read(fileOf(new Uint8Array(2 ** 20).fill(65)));
  expect([got.length, shares.length]).toEqual([2 ** 20, 2]);
});

test('an empty file has no pieces', async () => {
  expect(await read(fileOf(new Uint8Array(0)))).toEqual({ text: '', shares: [] });
});

test('a file that disappears while it is read is refused with advice', async () => {
  const file = fileOf(plain);
  const gone = new Blob();
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const slice = file.slice.bind(file);
  file.slice = (from, to) => (from === 0 ? slice(from, to) : gone);
  await expect(read(file)).rejects.toMatchObject({ kind: 'page', message: 'unreadable' });
});

test('the number of bytes is known only for plain files', async () => {
  expect(await bytesToCome(fileOf(plain))).toBe(plain.length);
  expect(await bytesToCome(fileOf(gzipSync(plain)))).toBe(0);
});

test('gzip is recognised by its first bytes, not by its name', async () => {
  const { text: got, shares } = await read(fileOf(gzipSync(plain), 'train.csv'));
  expect(got).toBe(text);
  expect(shares.at(-1)?.done).toBe(shares.at(-1)?.total);
});

test('a gzip file that can’t be unpacked is refused with advice', async () => {
  const packed = gzipSync(plain);
  const cut = fileOf(packed.subarray(0, packed.length / 2));
  const refused = { kind: 'page', message: 'gzip' };
  await expect(read(cut)).rejects.toMatchObject(refused);
});

test('continues where the browser’s gzip gives up, each byte once', async () => {
  class GivesUp extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      super({
        transform: (_, controller) => controller.enqueue(plain.slice(0, 1000)),
        flush: (controller) => controller.error(new TypeError('Junk found after the end')),
      });
    }
  }
  vi.stubGlobal('DecompressionStream', GivesUp);
  try {
    const members = Buffer.concat([gzipSync(plain), gzipSync(plain), new Uint8Array(700)]);
    expect((await read(fileOf(members))).text).toBe(text + text);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('endless gzip is refused', async () => {
  const bomb = fileOf(gzipSync(new Uint8Array(1_000_000)));
  await expect(read(bomb, 100_000)).rejects.toThrow('fileTooLarge');
});

test('a budget covers all files together', async () => {
  const budget = new Budget(150);
  const { signal } = new AbortController();
  const spend = async () => {
    for await (const _ of chunksOf(fileOf(new Uint8Array(100)), () => {}, signal, budget));
  };
  await spend();
  await expect(spend()).rejects.toThrow('fileTooLarge');
});

test('zip is recognised by its first bytes', async () => {
  expect(await isZip(fileOf([0x50, 0x4b, 3, 4, 0, 0]))).toBe(true);
  expect(await isZip(fileOf(plain))).toBe(false);
});
