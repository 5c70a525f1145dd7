import { type Colour, side } from '../../../kit/digitImage';

/** Margin around each image, in its pixels. */
export const margin = 1;
export const pitch = side + 2 * margin;

/** Draws images side by side as ink on a transparent background. Images that aren't loaded stay empty. */
export function rowImage(
  images: readonly (Uint8Array | null)[],
  columns: number,
  [red, green, blue]: Colour,
): ImageData {
  const row = new ImageData(columns * pitch, pitch);
  const colour = (blue << 16) | (green << 8) | red;
  const pixels = new Uint32Array(row.data.buffer); // all platforms with browsers are little-endian
  images.forEach((image, column) => {
    if (!image) return;
    for (let y = 0; y < side; y++) {
      const begin = (y + margin) * row.width + column * pitch + margin;
      for (let x = 0; x < side; x++) {
        pixels[begin + x] = colour | ((image[y * side + x] as number) << 24);
      }
    }
  });
  return row;
}
