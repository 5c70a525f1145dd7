import type { GreyPicture } from '../../protocol/calls';
import { pageFailure } from '../../protocol/failure';
import { greyOn, maxBytes, pictureTooLarge, readable, tooLarge } from '../../shared/greyPicture';
import { isJpeg, isPng, sizeOf } from '../../shared/pictureFormats';
import type { Size } from '../../shared/strokes';

type Bytes = Uint8Array<ArrayBuffer>;
export type Decode = (bytes: Bytes) => Promise<GreyPicture>;

/** Checks the first four bytes. */
export function isPicture(head: Uint8Array): boolean {
  return isPng(head) || isJpeg(head);
}

let canvas: OffscreenCanvas | null = null;

/** Reuses the canvas if the size is the same, as it mostly is in a folder of pictures. */
function canvasOf({ width, height }: Size): OffscreenCanvas {
  if (canvas?.width !== width || canvas.height !== height) {
    canvas = new OffscreenCanvas(width, height);
  }
  return canvas;
}

/** The grey picture to read, and the same in colour. The canvas is reused for the next picture of its size. */
export interface PaintedPicture {
  grey: GreyPicture;
  canvas: OffscreenCanvas;
  scale: number; // file pixels per canvas pixel
}

function paint(bitmap: ImageBitmap, size: Size): PaintedPicture {
  const canvas = canvasOf(readable(bitmap));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw pageFailure('noPictures');
  const longest = ({ width, height }: Size) => Math.max(width, height); // independent of the EXIF rotation
  return { grey: greyOn(context, bitmap), canvas, scale: longest(size) / longest(canvas) };
}

/**
 * Downscales large pictures while decoding. Sets only the width: EXIF may swap the sides, so the height follows
 * and drawing fits the rest.
 */
const decodeOptions = (size: Size): ImageBitmapOptions => {
  const { width } = readable(size);
  return width < size.width ? { resizeWidth: width, resizeQuality: 'high' } : {};
};

/** Decodes a picture in the worker. */
export async function paintPicture(bytes: Bytes): Promise<PaintedPicture> {
  if (typeof OffscreenCanvas === 'undefined') throw pageFailure('noPictures');
  const size = sizeOf(bytes);
  if (!size) throw pageFailure('noPicture');
  if (tooLarge(size) || bytes.length > maxBytes) throw pictureTooLarge();
  const bitmap = await createImageBitmap(new Blob([bytes]), decodeOptions(size)).catch(() => {
    throw pageFailure('noPicture');
  });
  try {
    return paint(bitmap, size);
  } finally {
    bitmap.close();
  }
}

export const decodePicture: Decode = async (bytes) => (await paintPicture(bytes)).grey;
