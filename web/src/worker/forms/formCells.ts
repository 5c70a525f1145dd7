import type { Line } from '../../protocol/calls';
import type { Form, ReviewReason } from '../../protocol/forms';
import { reviewReasons } from '../../protocol/forms';
import type { FormCells } from '../../protocol/types';
import type { Box } from '../../shared/padView';

const pixels = 28 * 28;

/** The part of a picture that shows a cell, rectified. */
export interface CellPicture {
  grey: Uint8Array; // [height, width]
  width: number;
  height: number;
}

/** A cell that was read, with its picture before it is encoded. */
export type ReadCell = Omit<Line, 'cutOut'> & { picture: CellPicture };

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
      images,
      picture: { grey, width, height },
    };
  });
}
