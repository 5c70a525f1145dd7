import { expect, test } from 'vitest';
import { isPdf, scannedPages } from '#web/worker/sheets/scannedPages';

/** The header of a JPEG file of this size, with `mark` in its last byte. */
const jpeg = (width: number, height: number, mark: number) => [
  ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255],
  ...[1, 1, 0x11, 0, mark],
];

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const streamOf = (picture: number[], filter = '/DCTDecode', lineEnd = '\r\n') => [
  ...letters(`1 0 obj\n<< /Subtype /Image /Filter ${filter} >>\nstream${lineEnd}`),
  ...picture,
  ...letters('\nendstream\nendobj\n'),
];

const pdf = (...streams: number[][]) =>
  Uint8Array.from([...letters('%PDF-1.4\n'), ...streams.flat(), ...letters('%%EOF')]);

const marks = (file: Uint8Array<ArrayBuffer>) => scannedPages(file).map((page) => page[15]);

test('each page is the embedded JPEG file', () => {
  const file = pdf(
    streamOf(jpeg(800, 1000, 1)),
    streamOf(jpeg(800, 1000, 2), '[ /DCTDecode ]', '\n'),
  );
  expect(isPdf(file)).toBe(true);
  expect(marks(file)).toEqual([1, 2]);
});

test('thumbnails and streams with other filters are skipped', () => {
  const file = pdf(
    streamOf(jpeg(80, 100, 1)),
    streamOf(letters('packed twice'), '[ /FlateDecode /DCTDecode ]'),
    streamOf(letters('text'), '/FlateDecode'),
    streamOf(jpeg(800, 1000, 4)),
  );
  expect(marks(file)).toEqual([4]);
});

test('a truncated file has the complete pages', () => {
  const whole = pdf(streamOf(jpeg(800, 1000, 1)), streamOf(jpeg(800, 1000, 2)));
  expect(marks(whole.slice(0, -30))).toEqual([1]);
  expect(marks(pdf())).toEqual([]);
  expect(isPdf(Uint8Array.from(jpeg(800, 1000, 1)))).toBe(false);
});
