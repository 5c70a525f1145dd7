import { expect, test } from 'vitest';
import { sizeOf } from '#web/shared/pictureFormats';

const bytes = (text: string, ...more: number[]) =>
  Uint8Array.from([...[...text].map((letter) => letter.charCodeAt(0)), ...more]);
const zeros = (count: number) => new Array<number>(count).fill(0);
const size = { width: 256, height: 28 };

test.each([
  ['a GIF', bytes('GIF89a', 0, 1, 28, 0)],
  ['a BMP', bytes('BM', ...zeros(16), 0, 1, 0, 0, 28, 0, 0, 0)],
  ['a top-down BMP', bytes('BM', ...zeros(16), 0, 1, 0, 0, 228, 255, 255, 255)],
  ['a lossy WebP', bytes('RIFF0000WEBPVP8 ', ...zeros(10), 0, 1, 28, 0)],
  ['a lossless WebP', bytes('RIFF0000WEBPVP8L', ...zeros(4), 0x2f, 0xff, 0xc0, 6, 0, ...zeros(5))],
  ['an extended WebP', bytes('RIFF0000WEBPVP8X', ...zeros(8), 255, 0, 0, 27, 0, 0)],
])('%s has a readable size', (_, file) => {
  expect(sizeOf(file)).toEqual(size);
});

test('files that aren’t pictures or are truncated have no size', () => {
  for (const text of ['%PDF-1.7', 'RIFF0000WAVEfmt ', 'GIF89a', 'BM', ''])
    expect(sizeOf(bytes(text))).toBe(null);
});
