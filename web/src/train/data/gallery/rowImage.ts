import { type Colour, side } from '../../../kit/digitImage';

/** Room around each image, in its pixels. */
export const margin = 1;
export const pitch = side + 2 * margin;

/** Images side by side as ink of one colour on nothing; nothing where one is still to come. */
export function rowImage(
  images: readonly (Uint8Array | null)[],
  columns: number,
  [red, green, blue]: Colour,
): ImageData {
  const row = new ImageData(columns * pitch, pitch);
  const colour = (blue << 16) | (green << 8) | red;
  const pixels = new Uint32Array(row.data.buffer); // every machine with a browser has its bytes so
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
