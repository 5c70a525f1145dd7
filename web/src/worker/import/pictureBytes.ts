import type { GreyPicture } from '../../protocol/calls';
import { declined } from '../../protocol/failure';
import { greyOn, maxBytes, pictureTooLarge, readable, tooLarge } from '../../shared/greyPicture';
import type { Size } from '../../shared/strokes';
import { isJpeg, isPng, sizeOf } from './pictureSize';

type Bytes = Uint8Array<ArrayBuffer>;
export type Decode = (bytes: Bytes) => Promise<GreyPicture>;

/** By its first four bytes. */
export function isPicture(head: Uint8Array): boolean {
  return isPng(head) || isJpeg(head);
}

let canvas: OffscreenCanvas | null = null;

/** One for pictures of this size: of thousands most have the same. */
function canvasOf({ width, height }: Size): OffscreenCanvas {
  if (canvas?.width !== width || canvas.height !== height) {
    canvas = new OffscreenCanvas(width, height);
  }
  return canvas;
}

/** What is read of a picture, and the same in colour, on a canvas that the next picture of its size is painted on. */
export interface PaintedPicture {
  grey: GreyPicture;
  canvas: OffscreenCanvas;
  scale: number; // pixels of the picture to a pixel of these
}

function paint(bitmap: ImageBitmap, size: Size): PaintedPicture {
  const canvas = canvasOf(readable(bitmap));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw declined('noPictures');
  const longest = ({ width, height }: Size) => Math.max(width, height); // whichever way EXIF turns it
  return { grey: greyOn(context, bitmap), canvas, scale: longest(size) / longest(canvas) };
}

/**
 * Downscales large pictures while decoding. Only the width is given, because EXIF may ask for a quarter
 * turn: the height follows, and drawing fits the rest.
 */
const decodeOptions = (size: Size): ImageBitmapOptions => {
  const { width } = readable(size);
  return width < size.width ? { resizeWidth: width, resizeQuality: 'high' } : {};
};

/** The picture in a file, unpacked by the browser in the worker. */
export async function paintPicture(bytes: Bytes): Promise<PaintedPicture> {
  if (typeof OffscreenCanvas === 'undefined') throw declined('noPictures');
  const size = sizeOf(bytes);
  if (!size) throw declined('noPicture');
  if (tooLarge(size) || bytes.length > maxBytes) throw pictureTooLarge();
  const bitmap = await createImageBitmap(new Blob([bytes]), decodeOptions(size)).catch(() => {
    throw declined('noPicture');
  });
  try {
    return paint(bitmap, size);
  } finally {
    bitmap.close();
  }
}

export const decodePicture: Decode = async (bytes) => (await paintPicture(bytes)).grey;
