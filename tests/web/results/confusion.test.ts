import { expect, test } from 'vitest';
import { confusionRows, mostConfused, right, total } from '#web/results/confusion';

const matrix = new Uint32Array(100);
matrix[0] = 8; // 0 read as 0
matrix[6] = 2; // 0 read as 6
matrix[11] = 10;
matrix[94] = 3; // 9 read as 4

test('right answers stand on the diagonal', () => {
  expect(right(matrix)).toBe(18);
  expect(total(matrix)).toBe(23);
});

test('each cell knows its share of the row', () => {
  const rows = confusionRows(matrix);
  expect(rows?.[0]?.cells[6]).toEqual({ predicted: 6, images: 2, share: 0.2 });
  expect(rows?.[5]?.cells.every(({ share }) => share === 0)).toBe(true);
});

test('the confusion that happens most is named', () => {
  expect(mostConfused(matrix)).toEqual({ truth: 9, predicted: 4, images: 3 });
  expect(mostConfused(new Uint32Array(100))).toBe(null);
});

test('where nothing was measured there is no matrix', () => {
  expect(confusionRows(new Uint32Array(100))).toBe(null);
});
