import { type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { EngineFailure } from '#web/protocol/failure';
import { readSource } from '#web/worker/lines/pictureSource';
import { chosen } from '../../fakeEngine';

async function read(
  bytes: Uint8Array | number[],
  path: string,
  signal = new AbortController().signal,
) {
  const heard: string[] = [];
  const listener = {
    read: async ({ path, bytes }: { path: string; bytes: Uint8Array }) => {
      heard.push(`${path}: ${[...bytes]}`);
    },
    skip: (path: string, failure: unknown) => {
      heard.push(`${path}: ${(failure as EngineFailure).message}`);
    },
    progress: () => {},
  };
  await readSource(chosen(bytes, path), listener, signal);
  return heard;
}

test('a file is handed on as it is', async () => {
  expect(await read([1, 2, 3], 'a.png')).toEqual(['a.png: 1,2,3']);
});

test('an archive gives its files, and names those it can’t give', async () => {
  const files: Zippable = {
    'class 7/1.png': Uint8Array.of(1, 2, 3, 4, 5),
    '__MACOSX/._1.png': Uint8Array.of(9),
    'empty.png': new Uint8Array(0),
    'inner.zip': zipSync({ 'a.png': Uint8Array.of(1) }),
    '2.png': [Uint8Array.of(6), { level: 0 }],
  };
  expect(await read(zipSync(files), 'sheets.zip')).toEqual([
    'sheets.zip/empty.png: emptyFile',
    'sheets.zip/inner.zip: zipInside',
    'sheets.zip/class 7/1.png: 1,2,3,4,5',
    'sheets.zip/2.png: 6',
  ]);
});

test('a PDF without scanned pages is named', async () => {
  const bytes = [...'%PDF-1.7 text'].map((letter) => letter.charCodeAt(0));
  expect(await read(bytes, 'letter.pdf')).toEqual(['letter.pdf: noScans']);
});

test('an archive that was cut off is refused', async () => {
  const bytes = zipSync({ 'a.png': Uint8Array.of(1, 2, 3) });
  await expect(read(bytes.slice(0, -10), 'cut.zip')).rejects.toThrow('zipDamaged');
});

test('an empty file is refused, and nothing is read once it is cancelled', async () => {
  await expect(read([], 'empty.png')).rejects.toThrow('emptyFile');
  const canceller = new AbortController();
  canceller.abort();
  const cancelled = read([1, 2, 3], 'a.png', canceller.signal);
  await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' });
});
