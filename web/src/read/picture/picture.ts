// Pictures on their way from a file or the camera to what is read and what is shown.

import type { GreyPicture } from '../../protocol/calls';
import { declined } from '../../protocol/failure';
import { greyOf, mostBytes, readable, tooLarge } from '../../shared/greyPicture';
import type { Size } from '../../shared/strokes';

/** What is read, and the same in colour to be shown: its boxes are round what one sees. */
export interface Picture {
  grey: GreyPicture;
  canvas: HTMLCanvasElement;
}

/** A picture, or a frame of a film, on white paper where one can see through it. */
export function pictureOf(source: CanvasImageSource, from: Size): Picture {
  const { width, height } = readable(from);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw declined('noPicture');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { grey: { grey: greyOf(data), width, height }, canvas };
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
  if (tooLarge(size)) throw declined('pictureTooLarge');
  try {
    await image.decode();
    return pictureOf(image, size);
  } catch {
    throw declined('noPicture');
  }
}

/** The picture in a file; rejects with why there is none. */
export async function pictureIn(file: Blob): Promise<Picture> {
  if (file.size === 0) throw declined('emptyFile');
  if (file.size > mostBytes) throw declined('pictureTooLarge');
  const address = URL.createObjectURL(file);
  try {
    return await decoded(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
