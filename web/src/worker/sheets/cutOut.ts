// Cuts out the part of a picture that a person needs to see to review a reading.
import type { Box } from '../../shared/padView';

const minMargin = 8; // pixels
const margin = 0.4; // of the writing's height
const maxSide = 960; // pixels

/** Adds a margin to the box of some writing, clips it to the picture and rounds it to whole pixels. */
export function cutOutBox(
  { x, y, width, height }: Box,
  picture: { width: number; height: number },
): Box {
  const around = Math.max(minMargin, margin * height);
  const left = Math.max(0, Math.floor(x - around));
  const top = Math.max(0, Math.floor(y - around));
  const right = Math.min(picture.width, Math.ceil(x + width + around));
  const bottom = Math.min(picture.height, Math.ceil(y + height + around));
  return {
    ...{ x: left, y: top },
    ...{ width: Math.max(1, right - left), height: Math.max(1, bottom - top) },
  };
}

/** Copies the pixels synchronously, so the canvas can be reused at once. Resolves to a JPEG file. */
export function cutOut(picture: OffscreenCanvas, written: Box): Promise<Uint8Array> {
  const { x, y, width, height } = cutOutBox(written, picture);
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const sheet = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  sheet.getContext('2d')?.drawImage(picture, x, y, width, height, 0, 0, sheet.width, sheet.height);
  return encodeCanvas(sheet);
}

const jpeg = { type: 'image/jpeg', quality: 0.8 };

/** Encodes a canvas as an image file, by default a JPEG. */
export async function encodeCanvas(
  sheet: OffscreenCanvas,
  options: ImageEncodeOptions = jpeg,
): Promise<Uint8Array> {
  const file = await sheet.convertToBlob(options);
  return new Uint8Array(await file.arrayBuffer());
}
