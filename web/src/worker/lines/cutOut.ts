// The part of a picture that a person looks at to check what was read.
import type { Box } from '../../shared/view';

const leastMargin = 8; // pixels
const margin = 0.4; // of the height of what is written
const longestSide = 960; // pixels

/** With some of the paper around it, in whole pixels of the picture. */
export function cutOutBox(
  { x, y, width, height }: Box,
  picture: { width: number; height: number },
): Box {
  const around = Math.max(leastMargin, margin * height);
  const left = Math.max(0, Math.floor(x - around));
  const top = Math.max(0, Math.floor(y - around));
  const right = Math.min(picture.width, Math.ceil(x + width + around));
  const bottom = Math.min(picture.height, Math.ceil(y + height + around));
  return {
    ...{ x: left, y: top },
    ...{ width: Math.max(1, right - left), height: Math.max(1, bottom - top) },
  };
}

/** Copied at once, so that the canvas may be painted anew; a JPEG file of it comes later. */
export function cutOut(picture: OffscreenCanvas, written: Box): Promise<Uint8Array> {
  const { x, y, width, height } = cutOutBox(written, picture);
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const sheet = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  sheet.getContext('2d')?.drawImage(picture, x, y, width, height, 0, 0, sheet.width, sheet.height);
  return packed(sheet);
}

const jpeg = { type: 'image/jpeg', quality: 0.8 };

/** Packs what is on a canvas into a file: a JPEG file if nothing else is asked for. */
export async function packed(
  sheet: OffscreenCanvas,
  options: ImageEncodeOptions = jpeg,
): Promise<Uint8Array> {
  const file = await sheet.convertToBlob(options);
  return new Uint8Array(await file.arrayBuffer());
}
