import { side } from '../../kit/digitImage';

/** A run of pixels in a row: its position in the image, and its values from 0 to 255. */
export interface Stretch {
  row: number;
  column: number;
  values: number[];
}

const size = side * side;

/** Returns the run of pixels with the most ink, in the row of the image [784] with the most ink. */
export function inkiest(image: Uint8Array, length: number): Stretch {
  const sum = (from: number, count: number) =>
    image.subarray(from, from + count).reduce((total, ink) => total + ink, 0);
  const row = best(side, (at) => sum(at * side, side));
  const column = best(side - length + 1, (at) => sum(row * side + at, length));
  const from = row * side + column;
  return { row, column, values: [...image.subarray(from, from + length)] };
}

/** Returns the first index with the largest amount. */
function best(places: number, amount: (at: number) => number): number {
  const amounts = Array.from({ length: places }, (_, at) => amount(at));
  return amounts.indexOf(Math.max(...amounts));
}

/** Returns a number per class: 1 at the label, else 0. */
export const oneHot = (label: number, classes: number): number[] =>
  Array.from({ length: classes }, (_, at) => (at === label ? 1 : 0));

/** Returns how many images are for training and for validation. The core rounds to the nearest image. */
export function splitSizes(
  images: number,
  share: number,
): { training: number; validation: number } {
  const validation = Math.round(images * share);
  return { training: images - validation, validation };
}

export const imageAt = (images: Uint8Array, at: number): Uint8Array =>
  images.subarray(at * size, (at + 1) * size);
