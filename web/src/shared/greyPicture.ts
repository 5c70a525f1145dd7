import type { Size } from './strokes';

// As large as phones take them; unpacked, four bytes a pixel.
export const mostPixels = 120e6;
export const mostBytes = 100e6;

/** The core reads up to 1,200 pixels a side, and makes averages of what has whole times as many. */
const longestSide = 2400;

export function tooLarge({ width, height }: Size): boolean {
  return width * height > mostPixels;
}

/** The size that a picture is read in: its own, or one of the same shape. */
export function readable({ width, height }: Size): Size {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** How light each pixel is, [pixels] of [pixels, 4], as JPEG weighs the colours (ITU-R BT.601). */
export function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const red = rgba[4 * pixel] ?? 0;
    const green = rgba[4 * pixel + 1] ?? 0;
    const blue = rgba[4 * pixel + 2] ?? 0;
    grey[pixel] = (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }
  return grey;
}
