// Pictures on their way from a file or the camera to what is read and what is shown.

import type { GreyPicture } from '../protocol/calls';
import { declined } from '../protocol/failure';
import { greyOn, maxBytes, pictureTooLarge, readable, tooLarge } from '../shared/greyPicture';
import type { Size } from '../shared/strokes';
import type { Box } from '../shared/view';

/** What is read, and the same in colour to be shown: its boxes are round what one sees. */
export interface Picture {
  grey: GreyPicture;
  canvas: HTMLCanvasElement;
}

/** A picture, or a frame of a film. */
export function pictureOf(source: CanvasImageSource, from: Size): Picture {
  const canvas = Object.assign(document.createElement('canvas'), readable(from));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw declined('noPicture');
  return { grey: greyOn(context, source), canvas };
}

/** Turned clockwise by a quarter. */
export function turned({ canvas }: Picture): Picture {
  const { width, height } = canvas;
  const sheet = Object.assign(document.createElement('canvas'), { width: height, height: width });
  const context = sheet.getContext('2d');
  context?.translate(height, 0);
  context?.rotate(Math.PI / 2);
  context?.drawImage(canvas, 0, 0);
  return pictureOf(sheet, sheet);
}

/** A part of it. */
export function cut({ canvas }: Picture, { x, y, width, height }: Box): Picture {
  const sheet = Object.assign(document.createElement('canvas'), { width, height });
  sheet.getContext('2d')?.drawImage(canvas, -x, -y);
  return pictureOf(sheet, sheet);
}

/** Once its size is known: the pixels of what is too large are never unpacked. */
function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(declined('noPicture'));
    image.src = address;
  });
}

/** The right way up, as the camera noted it in the file. */
async function decoded(address: string): Promise<Picture> {
  const image = await loaded(address);
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  if (tooLarge(size)) throw pictureTooLarge();
  await image.decode().catch(() => {
    throw declined('noPicture');
  });
  return pictureOf(image, size);
}

/** The picture in a file; rejects with why there is none. */
export async function pictureIn(file: Blob): Promise<Picture> {
  if (file.size === 0) throw declined('emptyFile');
  if (file.size > maxBytes) throw pictureTooLarge();
  const address = URL.createObjectURL(file);
  try {
    return await decoded(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
