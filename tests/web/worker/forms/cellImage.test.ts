import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { cellImage } from '#web/worker/forms/cellImage';

test('a cell’s picture is a PNG of 16 shades', () => {
  const grey = Uint8Array.of(0, 7, 100, 200, 250, 255);
  const { width, height, channels, data } = decode(cellImage({ grey, width: 3, height: 2 }));
  expect([width, height, channels]).toEqual([3, 2, 1]);
  expect([...data]).toEqual([0, 0, 0x66, 0xcc, 0xff, 0xff]);
});

test('a cell outside the picture has an image as well', () => {
  const image = decode(cellImage({ grey: new Uint8Array(0), width: 0, height: 0 }));
  expect([image.width, image.height, ...image.data]).toEqual([1, 1, 255]);
});
