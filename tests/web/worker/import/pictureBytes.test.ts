import { afterEach, expect, test, vi } from 'vitest';
import { sizeOf } from '#web/shared/pictureFormats';
import { decodePicture, isPicture } from '#web/worker/import/pictureBytes';

afterEach(() => vi.unstubAllGlobals());

const png = Uint8Array.of(
  ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 1, 0, 0, 0, 0, 28],
);
const jpeg = Uint8Array.of(
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8],
  ...[0, 28, 1, 0, 1, 1, 0x11, 0],
);

test('pictures are recognised by their first bytes', () => {
  expect(isPicture(png)).toBe(true);
  expect(isPicture(jpeg)).toBe(true);
  expect(isPicture(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe(false);
  expect(isPicture(new Uint8Array(0))).toBe(false);
});

test('the size is read from the file', () => {
  expect(sizeOf(png)).toEqual({ width: 256, height: 28 });
  expect(sizeOf(jpeg)).toEqual({ width: 256, height: 28 });
});

test('a JPEG’s segments may start with fill bytes', () => {
  const filled = [
    ...jpeg.slice(0, 8),
    0xff,
    0xff,
    0xff,
    ...jpeg.slice(8, 13),
    0xff,
    ...jpeg.slice(13),
  ];
  expect(sizeOf(Uint8Array.from(filled))).toEqual({ width: 256, height: 28 });
  expect(sizeOf(new Uint8Array(1000).fill(0xff))).toBe(null);
});

test('a file truncated before its size has none', () => {
  for (const bytes of [png, jpeg]) {
    for (let length = 3; length < 20; length++) expect(sizeOf(bytes.slice(0, length))).toBe(null);
  }
});

test('reports a browser without pictures in workers', async () => {
  await expect(decodePicture(png)).rejects.toThrow('noPictures');
});

test('stores a large picture only in its reading size', async () => {
  vi.stubGlobal('OffscreenCanvas', class {});
  const decode = vi.fn(() => Promise.reject(new Error()));
  vi.stubGlobal('createImageBitmap', decode);
  const large = png.slice();
  large.set([0, 0, 0x20, 0, 0, 0, 0x10, 0], 16);
  for (const bytes of [png, large]) await expect(decodePicture(bytes)).rejects.toThrow('noPicture');
  expect(decode).toHaveBeenNthCalledWith(1, expect.any(Blob), {});
  const smaller = { resizeWidth: 2400, resizeQuality: 'high' };
  expect(decode).toHaveBeenNthCalledWith(2, expect.any(Blob), smaller);
});
