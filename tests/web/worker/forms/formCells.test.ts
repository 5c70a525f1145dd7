import { expect, test } from 'vitest';
import type { Form } from '#web/protocol/forms';
import type { FormCells } from '#web/protocol/types';
import { cellsOf } from '#web/worker/forms/formCells';

const pixels = 784;

const form: Form = {
  ...{ format: 'inkling-form', version: 1, id: 'ABC', name: 'Marks', page: 'A4', anchor: 'marks' },
  rows: 2,
  fields: [
    { name: 'Points', kind: 'digits', boxes: 2 },
    { name: 'Day', kind: 'date', boxes: 8, fixed: true, order: 'day-month-year' },
  ],
};

/** "17" and "2026-11-29". */
const cells: FormCells = {
  ...{ error: '', form: 0, page: 1, texts: '17\n2026-11-29', reasons: 'faint mark\nnone' },
  fields: Uint32Array.of(0, 1),
  rows: Uint32Array.of(1, 1),
  confidences: Float32Array.of(0.5, 1),
  corners: Float32Array.of(10, 20, 40, 22, 38, 52, 8, 50, 0, 0, 9, 0, 9, 9, 0, 9),
  digits: Uint32Array.of(2, 8),
  images: Uint8Array.from({ length: 10 * pixels }, (_, at) => Math.floor(at / pixels) - 1),
  picture_sizes: Uint32Array.of(2, 1, 1, 2),
  pictures: Uint8Array.of(1, 2, 3, 4),
};

const [points, day] = cellsOf(cells, form, 2);

test('a cell has its field, row and reason, and the bounding box of its corners in file pixels', () => {
  expect(points).toMatchObject({ field: 'Points', row: 2, text: '17', reason: 'faint mark' });
  expect(points?.box).toEqual({ x: 16, y: 40, width: 64, height: 64 });
  expect(day).toMatchObject({ field: 'Day', reason: null, confidence: 1 });
});

test('each cell gets its own picture', () => {
  expect(points?.picture).toEqual({ grey: Uint8Array.of(1, 2), width: 2, height: 1 });
  expect(day?.picture).toEqual({ grey: Uint8Array.of(3, 4), width: 1, height: 2 });
});

test('each cell gets the images of its digits', () => {
  expect(points?.images).toEqual(cells.images.slice(0, 2 * pixels));
  expect(day?.images).toEqual(cells.images.slice(2 * pixels));
});
