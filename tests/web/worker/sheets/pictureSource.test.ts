import { type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type EngineFailure, pageFailure } from '#web/protocol/failure';
import { readSource } from '#web/worker/sheets/pictureSource';
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

test('a picture file is passed to the listener', async () => {
  expect(await read([1, 2, 3], 'a.png')).toEqual(['a.png: 1,2,3']);
});

test('the files of an archive are read, and those that can’t be are skipped', async () => {
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

test('an office document is rejected as such, and skipped in an archive', async () => {
  const letter = zipSync({
    '[Content_Types].xml': Uint8Array.of(1),
    'word/media/1.png': Uint8Array.of(2),
  });
  for (const [path, format] of [
    ['letter.docx', 'Word'],
    ['letter', 'Office'],
  ] as const)
    await expect(read(letter, path)).rejects.toEqual(pageFailure('documentNotPicture', { format }));
  const archive = zipSync({ 'letter.docx': letter, 'a.png': Uint8Array.of(1) });
  expect(await read(archive, 'all.zip')).toEqual([
    'all.zip/letter.docx: documentNotPicture',
    'all.zip/a.png: 1',
  ]);
});

test('a PDF without scanned pages is skipped', async () => {
  const bytes = [...'%PDF-1.7 text'].map((letter) => letter.charCodeAt(0));
  expect(await read(bytes, 'letter.pdf')).toEqual(['letter.pdf: noScans']);
});

test('a truncated archive is rejected', async () => {
  const bytes = zipSync({ 'a.png': Uint8Array.of(1, 2, 3) });
  await expect(read(bytes.slice(0, -10), 'cut.zip')).rejects.toThrow('zipDamaged');
});

test('an empty file is rejected, and nothing is read after cancelling', async () => {
  await expect(read([], 'empty.png')).rejects.toThrow('emptyFile');
  const canceller = new AbortController();
  canceller.abort();
  const cancelled = read([1, 2, 3], 'a.png', canceller.signal);
  await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' });
});
