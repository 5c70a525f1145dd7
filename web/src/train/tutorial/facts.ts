import { side } from '../../kit/digitImage';

/** A stretch of a row of pixels: where it lies in the image, and its values from 0 to 255. */
export interface Stretch {
  row: number;
  column: number;
  values: number[];
}

const size = side * side;

/** So many neighbouring pixels of an image [784], where there is most ink in the row that has most. */
export function inkiest(image: Uint8Array, length: number): Stretch {
  const sum = (from: number, count: number) =>
    image.subarray(from, from + count).reduce((total, ink) => total + ink, 0);
  const row = best(side, (at) => sum(at * side, side));
  const column = best(side - length + 1, (at) => sum(row * side + at, length));
  const from = row * side + column;
  return { row, column, values: [...image.subarray(from, from + length)] };
}

/** The first of so many places that has the most. */
function best(places: number, amount: (at: number) => number): number {
  const amounts = Array.from({ length: places }, (_, at) => amount(at));
  return amounts.indexOf(Math.max(...amounts));
}

/** A number for each class, 1 where the label is. */
export const oneHot = (label: number, classes: number): number[] =>
  Array.from({ length: classes }, (_, at) => (at === label ? 1 : 0));

/** How many images train and how many are held out: the core rounds to the nearest image. */
export function parts(images: number, share: number): { training: number; validation: number } {
  const validation = Math.round(images * share);
  return { training: images - validation, validation };
}

export const imageAt = (images: Uint8Array, at: number): Uint8Array =>
  images.subarray(at * size, (at + 1) * size);
