import type { GreyPicture } from '../../protocol/calls';
import { declined } from '../../protocol/failure';
import { greyOn, mostBytes, pictureTooLarge, readable, tooLarge } from '../../shared/greyPicture';
import type { Size } from '../../shared/strokes';

type Bytes = Uint8Array<ArrayBuffer>;
export type Decode = (bytes: Bytes) => Promise<GreyPicture>;

const pngMarks = [0x89, 0x50, 0x4e, 0x47];
const jpegMarks = [0xff, 0xd8, 0xff];
const startsWith = (bytes: Uint8Array, marks: readonly number[]) =>
  marks.every((mark, at) => bytes[at] === mark);

/** By its first four bytes. */
export function isPicture(head: Uint8Array): boolean {
  return startsWith(head, pngMarks) || startsWith(head, jpegMarks);
}

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A PNG begins with its header, which has the size at these places. */
function sizeOfPng(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null;
  return { width: viewOf(bytes).getUint32(16), height: viewOf(bytes).getUint32(20) };
}

/** A JPEG is a row of segments, of which the one that begins a frame (SOF0 to SOF15) has the size. */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length && view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    const framing = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (framing) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** What a picture's file says of its size: it is known before the pixels are unpacked. */
export function sizeOf(bytes: Uint8Array): Size | null {
  return startsWith(bytes, pngMarks) ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
}

let canvas: OffscreenCanvas | null = null;

/** One for pictures of this size: of thousands most have the same. */
function canvasOf({ width, height }: Size): OffscreenCanvas {
  if (canvas?.width !== width || canvas.height !== height) {
    canvas = new OffscreenCanvas(width, height);
  }
  return canvas;
}

function greyPicture(bitmap: ImageBitmap): GreyPicture {
  const context = canvasOf(readable(bitmap)).getContext('2d', { willReadFrequently: true });
  if (!context) throw declined('noPictures');
  return greyOn(context, bitmap);
}

/**
 * Downscales large pictures while decoding. Only the width is given, because EXIF may ask for a quarter
 * turn: the height follows, and drawing fits the rest.
 */
const decodeOptions = (size: Size): ImageBitmapOptions => {
  const { width } = readable(size);
  return width < size.width ? { resizeWidth: width, resizeQuality: 'high' } : {};
};

/** The picture of a PNG or JPEG file, unpacked by the browser in the worker. */
export const decodePicture: Decode = async (bytes) => {
  if (typeof OffscreenCanvas === 'undefined') throw declined('noPictures');
  const size = sizeOf(bytes);
  if (!size) throw declined('noPicture');
  if (tooLarge(size) || bytes.length > mostBytes) throw pictureTooLarge();
  const bitmap = await createImageBitmap(new Blob([bytes]), decodeOptions(size)).catch(() => {
    throw declined('noPicture');
  });
  try {
    return greyPicture(bitmap);
  } finally {
    bitmap.close();
  }
};
