// Archives that are damaged, false or malicious.

import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EngineFailure } from '#web/protocol/failure';
import { Budget } from '#web/worker/import/chunks';
import { readZip } from '#web/worker/import/zip';
import { fileOf } from '../../fakeEngine';

const most = 2 ** 24;

async function read(bytes: Uint8Array, left = most) {
  const files = new Map<string, number[]>();
  const failed = new Map<string, unknown>();
  const entries = {
    open: (path: string) => ({
      push: (chunk: Uint8Array) => {
        files.set(path, [...(files.get(path) ?? []), ...chunk]);
      },
      end: () => {
        files.set(path, files.get(path) ?? []);
      },
    }),
    fail: (path: string, failure: unknown) => {
      if (failure instanceof EngineFailure && failure.message === 'fileTooLarge') throw failure;
      failed.set(path, (failure as Error).message);
      files.delete(path);
    },
    settle: async () => {},
  };
  const { signal } = new AbortController();
  await readZip(fileOf(bytes), entries, () => {}, signal, new Budget(left));
  return { files, failed };
}

const noise = (length: number, seed = 1) =>
  Uint8Array.from({ length }, (_, at) => ((at + seed) * 2654435761) >>> 24);

const good: Zippable = { 'a.bin': noise(3000), 'b/c.bin': [noise(500, 9), { level: 0 }] };

const set = (bytes: Uint8Array, at: number, value: number) => {
  const changed = bytes.slice();
  changed[at] = value;
  return changed;
};

const placeOf = (bytes: Uint8Array, ...mark: number[]) =>
  bytes.findIndex((_, at) => mark.every((byte, offset) => bytes[at + offset] === byte));

/** Returns an archive of one file whose sizes follow the data, as written by a stream. */
function streamed(name: string, bytes: Uint8Array): Uint8Array {
  const packed = deflateRawSync(bytes);
  const little = (...fields: [bytes: number, value: number][]) =>
    Buffer.concat(
      fields.map(([width, value]) => {
        const field = Buffer.alloc(width);
        field.writeUIntLE(value, 0, width);
        return field;
      }),
    );
  const sizes = little([4, crc32(bytes)], [4, packed.length], [4, bytes.length]);
  const form: [number, number][] = [
    [2, 20],
    [2, 8],
    [2, 8],
    [4, 0],
  ];
  const unknown = little([4, 0], [4, 0], [4, 0]);
  const lengths = little([2, name.length], [2, 0]);
  const local = [little([4, 0x04034b50], ...form), unknown, lengths, Buffer.from(name), packed];
  const body = Buffer.concat([...local, little([4, 0x08074b50]), sizes]);
  const rest = little([2, 0], [2, 0], [2, 0], [4, 0], [4, 0]);
  const directory = Buffer.concat([
    little([4, 0x02014b50], [2, 20], ...form),
    ...[sizes, lengths, rest, Buffer.from(name)],
  ]);
  const end = little(
    [4, 0x06054b50],
    [4, 0],
    [2, 1],
    [2, 1],
    [4, directory.length],
    [4, body.length],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([body, directory, end]));
}

describe('a zip archive', () => {
  test('yields its files unchanged', async () => {
    const { files, failed } = await read(zipSync(good));
    expect(files.get('a.bin')).toEqual([...noise(3000)]);
    expect(files.get('b/c.bin')).toEqual([...noise(500, 9)]);
    expect(failed.size).toBe(0);
  });

  test('written as a stream, with sizes after the files, works, too', async () => {
    const { files } = await read(streamed('a.bin', noise(200_000)));
    expect(files.get('a.bin')?.length).toBe(200_000);
  });

  test('truncated anywhere is refused', async () => {
    const whole = zipSync(good);
    for (let length = 4; length < whole.length; length += 97) {
      await expect(read(whole.subarray(0, length))).rejects.toThrow('zipDamaged');
    }
  });

  test('with a password is recognised as such', async () => {
    const whole = zipSync(good);
    const directory = placeOf(whole, 0x50, 0x4b, 1, 2);
    await expect(read(set(whole, directory + 8, 1))).rejects.toThrow('zipEncrypted');
  });

  test('skips files with another compression method', async () => {
    const { failed, files } = await read(set(zipSync(good), 8, 12));
    expect(failed.get('a.bin')).toBe('zipMethod');
    expect(files.has('b/c.bin')).toBe(true);
  });

  test('skips a file with a wrong size', async () => {
    const { failed } = await read(set(zipSync(good), 22, 1));
    expect(failed.get('a.bin')).toBe('zipEntry');
  });

  test('that unpacks to too much is refused as soon as it does', async () => {
    const bomb = zipSync({ 'bomb.csv': new Uint8Array(20_000_000) });
    expect(bomb.length).toBeLessThan(30_000);
    await expect(read(bomb, 1_000_000)).rejects.toThrow('fileTooLarge');
  });

  test('that declares too much is refused before unpacking', async () => {
    const files = { 'a.bin': noise(3000), 'b.bin': noise(3000) };
    let opened = 0;
    const entries = {
      open: () => {
        opened += 1;
        return { push() {}, end() {} };
      },
      fail() {},
      settle: async () => {},
    };
    const { signal } = new AbortController();
    const reading = readZip(fileOf(zipSync(files)), entries, () => {}, signal, new Budget(5000));
    await expect(reading).rejects.toThrow('fileTooLarge');
    expect(opened).toBe(0);
  });

  test('with paths that lead outside is read normally, because paths are only names', async () => {
    const { files } = await read(zipSync({ '../../etc/7/a': Uint8Array.of(1, 2, 3, 4) }));
    expect([...files.keys()]).toEqual(['../../etc/7/a']);
  });

  test('with any changed bytes is read or refused, without other errors', async () => {
    const whole = zipSync(good);
    const change = fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const changed = changes.reduce((bytes, { at, value }) => set(bytes, at, value), whole);
        await read(changed).catch((failure) => expect(failure).toBeInstanceOf(EngineFailure));
      }),
      { numRuns: 300 },
    );
  });
});
