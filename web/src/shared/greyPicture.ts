import type { GreyPicture } from '../protocol/calls';
import { pageFailure } from '../protocol/failure';
import type { Size } from './strokes';

// Covers the largest pictures that phones take. Decoded, each pixel takes four bytes.
export const maxPixels = 120e6;
export const maxBytes = 100e6;

/**
 * The core averages pictures to half or less, so that neither side exceeds 1,600 pixels. Those up to twice that size
 * aren't scaled before, which would take longer than decoding. Larger ones are scaled to `longestSide`.
 */
const longestUnscaled = 3200;
const longestSide = 2400;

export const pictureTooLarge = () =>
  pageFailure('pictureTooLarge', { pixels: maxPixels, bytes: maxBytes });

export function tooLarge({ width, height }: Size): boolean {
  return width * height > maxPixels;
}

/** Returns the size to read a picture at: its own, or a smaller one with the same aspect ratio. */
export function readable({ width, height }: Size): Size {
  const longest = Math.max(width, height);
  if (longest <= longestUnscaled) return { width, height };
  const scale = longestSide / longest;
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

const jpegDivisors = [2, 4, 8];

/**
 * Like readable(), but a half, quarter or eighth of the picture where that is nearly as large: painted at these sizes, a
 * JPEG decodes in half the time.
 */
export function quicklyReadable({ width, height }: Size): Size {
  const longest = Math.max(width, height);
  const isClose = (divisor: number) =>
    longest / divisor <= longestSide && longest / divisor >= 0.8 * longestSide;
  const divisor = longest > longestUnscaled ? jpegDivisors.find(isClose) : undefined;
  if (divisor === undefined) return readable({ width, height });
  return { width: Math.ceil(width / divisor), height: Math.ceil(height / divisor) };
}

/** Converts [pixels, 4] to luminance, [pixels], with the weights of JPEG (ITU-R BT.601). */
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

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const probed = 16; // pixels
const noise = 2; // tolerated noise per shade, which doesn't affect reading

/** Whether the browser returns the painted pixels. Some alter them against fingerprinting. */
function readsBack(context: Context): boolean {
  const shades = Array.from({ length: Math.min(probed, context.canvas.width) }, (_, at) => 16 * at);
  shades.forEach((shade, at) => {
    context.fillStyle = `rgb(${shade} ${shade} ${shade})`;
    context.fillRect(at, 0, 1, 1);
  });
  const read = greyOf(context.getImageData(0, 0, shades.length, 1).data);
  const off = shades.reduce((sum, shade, at) => sum + Math.abs(shade - (read[at] ?? 0)), 0);
  return off <= noise * shades.length;
}

/** Paints a picture over the whole canvas, with white behind transparent parts, and returns its pixels. */
export function greyOn(context: Context, source: CanvasImageSource): GreyPicture {
  const { width, height } = context.canvas;
  if (!readsBack(context)) throw pageFailure('canvasScrambled');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return { grey: greyOf(context.getImageData(0, 0, width, height).data), width, height };
}
