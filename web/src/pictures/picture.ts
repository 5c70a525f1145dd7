// Loads pictures from a file or the camera, for reading and display.

import type { GreyPicture } from '../protocol/calls';
import { EngineFailure, pageFailure } from '../protocol/failure';
import {
  greyOn,
  maxBytes,
  pictureTooLarge,
  quicklyReadable,
  tooLarge,
} from '../shared/greyPicture';
import type { Box } from '../shared/padView';
import type { Size } from '../shared/strokes';
import { mayBeCutShort } from './cutShort';

/** The grey picture to read, and the same in colour for display. */
export interface Picture {
  grey: GreyPicture;
  canvas: HTMLCanvasElement;
}

/** Creates a picture from an image or a video frame. */
export function pictureOf(source: CanvasImageSource, from: Size): Picture {
  const canvas = Object.assign(document.createElement('canvas'), quicklyReadable(from));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw pageFailure('noPicture');
  return { grey: greyOn(context, source), canvas };
}

/** Rotates by 90° clockwise. */
export function turned({ canvas }: Picture): Picture {
  const { width, height } = canvas;
  const sheet = Object.assign(document.createElement('canvas'), { width: height, height: width });
  const context = sheet.getContext('2d');
  context?.translate(height, 0);
  context?.rotate(Math.PI / 2);
  context?.drawImage(canvas, 0, 0);
  return pictureOf(sheet, sheet);
}

/** Crops to a box. */
export function cut({ canvas }: Picture, { x, y, width, height }: Box): Picture {
  const sheet = Object.assign(document.createElement('canvas'), { width, height });
  sheet.getContext('2d')?.drawImage(canvas, -x, -y);
  return pictureOf(sheet, sheet);
}

/** Resolves when the size is known, so that oversized pictures are never decoded. */
function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(pageFailure('noPicture'));
    image.src = address;
  });
}

/** Throws that there is no picture where the browser refuses to paint it. */
function painted(image: HTMLImageElement, size: Size): Picture {
  try {
    return pictureOf(image, size);
  } catch (failure) {
    throw failure instanceof EngineFailure ? failure : pageFailure('noPicture');
  }
}

const isBlank = ({ grey }: GreyPicture) => grey.every((shade) => shade === grey[0]);

/** Applies the EXIF orientation. */
async function decoded(address: string): Promise<Picture> {
  const image = await loaded(address);
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  if (tooLarge(size)) throw pictureTooLarge();
  const picture = painted(image, size);
  // Painting decodes as well, so calling decode() for every picture would double the time.
  if (isBlank(picture.grey)) {
    await image.decode().catch(() => {
      throw pageFailure('noPicture');
    });
  }
  return picture;
}

/** An image element shows what there is of a damaged file. A bitmap needs all of it. */
async function refuseDamaged(file: Blob): Promise<void> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw pageFailure('noPicture');
  });
  bitmap.close();
}

/** Returns the picture in a file; rejects with the reason if there is none. */
export async function pictureIn(file: Blob): Promise<Picture> {
  if (file.size === 0) throw pageFailure('emptyFile');
  if (file.size > maxBytes) throw pictureTooLarge();
  if (await mayBeCutShort(file)) await refuseDamaged(file);
  const address = URL.createObjectURL(file);
  try {
    return await decoded(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
