import type { Line } from '../../protocol/calls';
import type { Form, FormField, ReviewReason } from '../../protocol/forms';
import { reviewReasons } from '../../protocol/forms';
import type { FormCells } from '../../protocol/types';
import type { Box } from '../../shared/view';

const pixels = 28 * 28;

/** The part of a picture that shows a cell, rectified. */
export interface CellPicture {
  grey: Uint8Array; // [height, width]
  width: number;
  height: number;
}

/** A cell that was read, with its picture before it is encoded. */
export type ReadCell = Omit<Line, 'cutOut'> & { picture: CellPicture };

/** The box of each digit of an ISO 8601 date. */
const isoDigitOrders = {
  'day-month-year': [4, 5, 6, 7, 2, 3, 0, 1],
  'month-day-year': [4, 5, 6, 7, 0, 1, 2, 3],
  'year-month-day': [0, 1, 2, 3, 4, 5, 6, 7],
} as const;

/** Reorders the images of a cell's digits from the order of the boxes to that of the text. [digits, 784]. */
function inTextOrder(images: Uint8Array, text: string, field: FormField | undefined): Uint8Array {
  if (field?.kind !== 'date' || !text.includes('-')) return images;
  const order = isoDigitOrders[field.order ?? 'day-month-year'];
  const sorted = new Uint8Array(images.length);
  order.forEach((from, to) => {
    sorted.set(images.subarray(from * pixels, (from + 1) * pixels), to * pixels);
  });
  return sorted;
}

/** The bounding box of four corners, [4, 2]. */
function boxAround(corners: Float32Array, scale: number): Box {
  const xs = [0, 2, 4, 6].map((at) => (corners[at] ?? 0) * scale);
  const ys = [1, 3, 5, 7].map((at) => (corners[at] ?? 0) * scale);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const reasonOf = (name: string | undefined): ReviewReason | null =>
  reviewReasons.find((reason) => reason === name) ?? null;

/** Unpacks the cells of a page. `scale` is in pixels of the file per pixel of the picture that was read. */
export function cellsOf(cells: FormCells, form: Form, scale: number): ReadCell[] {
  const texts = cells.texts.split('\n');
  const reasons = cells.reasons.split('\n');
  let digitsBefore = 0;
  let pixelsBefore = 0;
  return Array.from(cells.fields, (index, at): ReadCell => {
    const field = form.fields[index];
    const text = texts[at] ?? '';
    const digits = cells.digits[at] ?? 0;
    const images = cells.images.slice(digitsBefore * pixels, (digitsBefore + digits) * pixels);
    digitsBefore += digits;
    const [width = 0, height = 0] = cells.picture_sizes.subarray(2 * at);
    const grey = cells.pictures.subarray(pixelsBefore, pixelsBefore + width * height);
    pixelsBefore += width * height;
    return {
      ...{ field: field?.name ?? '', row: (cells.rows[at] ?? 0) + 1, text },
      ...{ confidence: cells.confidences[at] ?? 0, reason: reasonOf(reasons[at]) },
      box: boxAround(cells.corners.subarray(8 * at, 8 * at + 8), scale),
      images: inTextOrder(images, text, field),
      picture: { grey, width, height },
    };
  });
}
