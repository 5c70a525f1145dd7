import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import type { GreyPicture, Source } from '#web/protocol/calls';
import { pageFailure } from '#web/protocol/failure';
import type { Data } from '#web/protocol/types';
import { importSources } from '#web/worker/handlers/importData';
import { chosen, fakeEngine, living } from '../../fakeEngine';

const png = (...rest: number[]) => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...rest);

/** A picture's fifth byte is its first grey value. One of 6 can't be decoded. */
async function decode(bytes: Uint8Array): Promise<GreyPicture> {
  if (bytes[4] === 6) throw pageFailure('noPicture');
  return { grey: Uint8Array.of(bytes[4] ?? 0), width: 1, height: 1 };
}

const canceller = new AbortController();

function read(sources: readonly Source[], signal = canceller.signal) {
  return importSources(fakeEngine, sources, () => {}, signal, decode);
}

const labelsOf = (data: Data) => [...data.labels(0, data.summary().images)];

const zip = (files: Zippable) => chosen(zipSync(files), 'digits.zip');

async function refusal(...sources: Source[]): Promise<{ about: string; message: string }> {
  return read(sources).then(
    () => expect.fail('was taken'),
    (failure) => failure,
  );
}

beforeEach(() => {
  living.handles = 0;
});

describe('a zip archive', () => {
  test('of pictures in folders labels them by folder, in order', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`train/${at % 10}/${at}.png`, png(1, at % 256)]),
    );
    const { data, skippedFiles } = await read([zip(many)]);
    expect(labelsOf(data).sort()).toEqual(
      Array.from({ length: 300 }, (_, at) => Math.floor(at / 30)),
    );
    expect(skippedFiles.count).toBe(0);
  });

  test('yields its tables, stored, deflated or gzipped, in order', async () => {
    const { data } = await read([
      zip({
        'a.csv': [Uint8Array.of(1, 2, 3, 4, 5), { level: 0 }],
        'b/b.csv': new Uint8Array(10_000).fill(7),
        'c.csv.gz': new Uint8Array(gzipSync(Uint8Array.of(8, 9))),
        'd.csv.gz': new Uint8Array(
          Buffer.concat([
            gzipSync(Uint8Array.of(1)),
            gzipSync(Uint8Array.of(2, 3)),
            new Uint8Array(512),
          ]),
        ),
      }),
    ]);
    expect(data.summary().images).toBe(10_010);
    expect(labelsOf(data).slice(-5)).toEqual([8, 9, 1, 2, 3]);
  });

  test('reports why each unusable file was skipped, and ignores clutter', async () => {
    const { data, skippedFiles } = await read([
      zip({
        '3/good.png': png(1),
        '3/damaged.png': png(6),
        '3/blank.png': png(0),
        'cats/1.png': png(1),
        'read.me': Uint8Array.of(13, 13, 13, 13, 13),
        'more.zip': zipSync({ 'a.csv': Uint8Array.of(1) }),
        '__MACOSX/3/._good.png': png(6),
        '3/.DS_Store': strToU8('clutter'),
        'empty/': new Uint8Array(0),
      }),
    ]);
    expect(labelsOf(data)).toEqual([3]);
    const messagesByPath = Object.fromEntries(
      skippedFiles.first.map(({ path, message }) => [path, message]),
    );
    expect(messagesByPath).toEqual({
      'digits.zip/3/damaged.png': 'noPicture',
      'digits.zip/3/blank.png': 'blankPicture',
      'digits.zip/cats/1.png': 'Which digit is this?',
      'digits.zip/read.me': 'row 1: 13 is unlucky',
      'digits.zip/more.zip': 'zipInside',
    });
    expect(skippedFiles.count).toBe(5);
  });

  test('skips a picture as soon as it is too large', async () => {
    const bomb = new Uint8Array(110e6);
    bomb.set(png(1));
    const { data, skippedFiles } = await read([
      zip({ '3/bomb.png': [bomb, { level: 0 }], '4/good.png': png(1) }),
    ]);
    expect(labelsOf(data)).toEqual([4]);
    expect(skippedFiles.first[0]).toMatchObject({ message: 'pictureTooLarge' });
  });

  test('without usable files is refused with the first reason', async () => {
    expect(await refusal(zip({ '7/1.png': png(6) }))).toMatchObject({
      about: 'digits.zip/7/1.png',
      message: 'noPicture',
    });
    expect(await refusal(zip({ '.DS_Store': Uint8Array.of(1) }))).toMatchObject({
      message: 'noFiles',
    });
    expect(living.handles).toBe(0);
  });

  test('that is an Excel workbook is recognised as such', async () => {
    const workbook = zip({
      '[Content_Types].xml': strToU8('<xml/>'),
      'xl/a.xml': strToU8('<xml/>'),
    });
    expect(await refusal(workbook)).toMatchObject({ message: 'workbook' });
    const letter = { ...workbook, path: 'letter.docx' };
    expect(await refusal(letter)).toMatchObject({
      message: 'document',
      values: { format: 'Word' },
    });
  });

  test('that starts with a PyTorch pickle is recognised as such', async () => {
    const saved = { 'model/data.pkl': Uint8Array.of(0x80, 2), 'model/data/0': png(1) };
    expect(await refusal(zip(saved))).toMatchObject({ message: 'pytorch' });
    const { data } = await read([zip({ '3/good.png': png(1), ...saved })]);
    expect(labelsOf(data)).toContain(3);
  });

  test('that traps the engine fails as such, not as damaged', async () => {
    const trap = zip({ 'trap.csv': Uint8Array.of(66, 66, 66, 66, 66, 66) });
    await expect(read([trap])).rejects.toBeInstanceOf(WebAssembly.RuntimeError);
  });

  test('can be cancelled while reading', async () => {
    const stop = new AbortController();
    const reading = read([zip({ '1/a.png': png(1) })], stop.signal);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
    expect(living.handles).toBe(0);
  });
});

describe('a gzip file', () => {
  test('compressed twice is unpacked twice, alone and in an archive', async () => {
    const twice = new Uint8Array(gzipSync(gzipSync(Uint8Array.of(7, 8))));
    const { data } = await read([
      chosen(twice, 'a.csv.gz.gz'),
      zip({ 'b.csv.gz': twice, 'c.csv.gz': new Uint8Array(gzipSync(twice)) }),
    ]);
    expect(labelsOf(data)).toEqual([7, 8, 7, 8, 7, 8]);
  });

  test('nested too deeply is left to the engine, which refuses it', async () => {
    let packed = Uint8Array.of(7);
    for (let layer = 0; layer < 6; layer++) packed = new Uint8Array(gzipSync(packed));
    const { data } = await read([chosen(packed, 'a.csv.gz')]);
    expect(labelsOf(data).slice(0, 2)).toEqual([0x1f, 0x8b]);
  });
});

describe('files', () => {
  test('in a folder are skipped with a reason if unusable', async () => {
    const inFolder = (path: string, bytes: Uint8Array) => ({
      ...chosen(bytes, path),
      optional: true,
    });
    const { data, skippedFiles } = await read([
      inFolder('digits/4/a.png', png(1)),
      inFolder('digits/.hidden', png(1)),
      inFolder('digits/notes.txt', Uint8Array.of(13)),
      inFolder('digits/5/b.png', png(1)),
    ]);
    expect(labelsOf(data)).toEqual([4, 5]);
    expect(skippedFiles.first.map(({ path }) => path)).toEqual(['digits/notes.txt']);
  });

  test('chosen individually are refused by name', async () => {
    expect(await refusal(chosen([1], 'a.csv'), chosen([], 'b.csv'))).toMatchObject({
      about: 'b.csv',
      message: 'emptyFile',
    });
    expect(await refusal(chosen(png(6), '7/1.png'))).toMatchObject({ message: 'noPicture' });
  });
});
