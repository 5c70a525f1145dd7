import { expect, test } from 'vitest';
import {
  byConfusion,
  confusionRows,
  mostConfused,
  reordered,
  right,
  total,
} from '#web/results/confusion';

const matrix = new Uint32Array(100);
matrix[0] = 8; // 0 read as 0
matrix[6] = 2; // 0 read as 6
matrix[11] = 10;
matrix[94] = 3; // 9 read as 4

test('correct predictions are on the diagonal', () => {
  expect(right(matrix)).toBe(18);
  expect(total(matrix)).toBe(23);
});

test('each cell has its share of the row', () => {
  const rows = confusionRows(matrix);
  expect(rows?.[0]?.cells[6]).toEqual({ predicted: 6, images: 2, share: 0.2 });
  expect(rows?.[5]?.cells.every(({ share }) => share === 0)).toBe(true);
});

test('names the most frequent confusion', () => {
  expect(mostConfused(matrix)).toEqual({ truth: 9, predicted: 4, images: 3 });
  expect(mostConfused(new Uint32Array(100))).toBe(null);
});

test('there is no matrix without validation', () => {
  expect(confusionRows(new Uint32Array(100))).toBe(null);
});

// Of five classes, 0 and 3 are confused most, then 3 and 1, and 2 with 4 once.
const five = new Uint32Array(25);
for (const class_ of [0, 1, 2, 3, 4]) five[6 * class_] = 10;
five[3] = 4; // 0 read as 3
five[15] = 3; // 3 read as 0
five[16] = 5; // 3 read as 1
five[14] = 1; // 2 read as 4

test('the matrix is square for any number of classes', () => {
  expect(right(five)).toBe(50);
  expect(confusionRows(five)).toHaveLength(5);
  expect(confusionRows(five)?.[3]?.cells[1]?.images).toBe(5);
});

test('the classes confused most are neighbours, each once', () => {
  expect(byConfusion(five)).toEqual([1, 3, 0, 2, 4]);
  expect(byConfusion(new Uint32Array(9))).toEqual([0, 1, 2]);
});

test('rows and columns are reordered', () => {
  const rows = reordered(confusionRows(five) ?? [], [3, 0, 1, 2, 4]);
  expect(rows.map(({ truth }) => truth)).toEqual([3, 0, 1, 2, 4]);
  expect(rows[0]?.cells.map(({ images }) => images)).toEqual([10, 3, 5, 0, 0]);
});
