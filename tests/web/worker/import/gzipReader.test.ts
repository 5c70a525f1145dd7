import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EngineFailure } from '#web/protocol/failure';
import { GzipReader } from '#web/worker/import/gzipReader';

const packed = (text: string) => new Uint8Array(gzipSync(text));
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

function read(file: Uint8Array, bytesAtATime = file.length): string {
  const parts: Uint8Array[] = [];
  let ended = false;
  const reader = new GzipReader({
    push: (chunk) => parts.push(chunk.slice()),
    end: () => {
      ended = true;
    },
  });
  for (let at = 0; at < file.length; at += bytesAtATime)
    reader.push(file.subarray(at, at + bytesAtATime));
  reader.end();
  expect(ended).toBe(true);
  return new TextDecoder().decode(joined(...parts));
}

/** Returns a member with every optional header field. */
function withHeader(text: string): Uint8Array {
  const plain = packed(text);
  const head = Uint8Array.of(0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3);
  const extra = Uint8Array.of(3, 0, 1, 2, 0);
  const name = new TextEncoder().encode('train.csv\0a comment\0');
  return joined(head, extra, name, Uint8Array.of(7, 7), plain.subarray(10));
}

describe('a gzip file', () => {
  const long = 'label,pixel0\n'.repeat(30_000);

  test('yields all members, however it is split into pieces', () => {
    const file = joined(packed('one'), packed(''), withHeader('two'), packed(long));
    for (const bytes of [file.length, 1, 7, 1000]) expect(read(file, bytes)).toBe(`onetwo${long}`);
  });

  test('may have zeros after its last member and between two', () => {
    const zeros = new Uint8Array(2000);
    expect(read(joined(packed('one'), zeros))).toBe('one');
    expect(read(joined(packed('one'), zeros, packed('two'), zeros), 100)).toBe('onetwo');
  });

  test('truncated anywhere or followed by anything else is refused', () => {
    const file = joined(packed('one'), packed('two'));
    const first = packed('one').length;
    for (let length = 0; length < file.length; length++) {
      if (length !== first) expect(() => read(file.subarray(0, length))).toThrow('gzip');
    }
    expect(() => read(joined(file, Uint8Array.of(1)))).toThrow('gzip');
  });

  test('with any changed byte of data or checksum is refused', () => {
    const file = packed('0123456789'.repeat(50));
    for (let at = 10; at < file.length; at++) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => read(changed), String(at)).toThrow('gzip');
    }
  });

  test('of random bytes is read or refused, without other errors', () => {
    const file = joined(withHeader('one'), packed(long));
    const change = fc.record({ at: fc.nat(file.length - 1), value: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.integer({ min: 1, max: 999 }),
        (all, bytes) => {
          const changed = file.slice();
          for (const { at, value } of all) changed[at] = value;
          try {
            read(changed, bytes);
          } catch (failure) {
            expect(failure).toBeInstanceOf(EngineFailure);
          }
        },
      ),
    );
  });

  test('with an endless header is refused before it fills the memory', () => {
    const endless = new Uint8Array(2 ** 20).fill(65);
    endless.set([0x1f, 0x8b, 8, 8]);
    expect(() => read(endless)).toThrow('gzip');
  });
});
