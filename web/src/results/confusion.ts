import { digits } from '../shared/digitReadings';

export interface ConfusionRow {
  truth: number;
  cells: { predicted: number; images: number; share: number }[]; // share of the row
}

/** The matrix as rows of a table; null where nothing was measured. */
export function confusionRows(matrix: Uint32Array): ConfusionRow[] | null {
  if (total(matrix) === 0) return null;
  return digits.map((truth) => {
    const row = matrix.subarray(truth * 10, truth * 10 + 10);
    const inRow = total(row);
    const cells = digits.map((predicted) => {
      const images = row[predicted] ?? 0;
      return { predicted, images, share: inRow > 0 ? images / inRow : 0 };
    });
    return { truth, cells };
  });
}

export function total(counts: Uint32Array): number {
  return counts.reduce((sum, images) => sum + images, 0);
}

export function right(matrix: Uint32Array): number {
  return digits.reduce((sum, digit) => sum + (matrix[digit * 11] ?? 0), 0);
}

export interface Pair {
  truth: number;
  predicted: number;
  images: number;
}

/** The confusions that happen, the most frequent first. */
export function confusedPairs(matrix: Uint32Array): Pair[] {
  return digits
    .flatMap((truth) =>
      digits.map((predicted) => ({
        truth,
        predicted,
        images: matrix[truth * 10 + predicted] ?? 0,
      })),
    )
    .filter(({ truth, predicted, images }) => truth !== predicted && images > 0)
    .sort((one, other) => other.images - one.images);
}

/** The confusion that happens most often; null if there is none. */
export function mostConfused(matrix: Uint32Array): Pair | null {
  return confusedPairs(matrix)[0] ?? null;
}

export interface ClassScore {
  digit: number;
  precision: number; // of the images read so, the share that is so
  recall: number; // of the images that are so, the share read so
  f1: number; // their harmonic mean
  images: number;
}

const ratio = (part: number, all: number) => (all === 0 ? Number.NaN : part / all);

/** How well each digit is read; not a number where there is nothing to divide by. */
export function classScores(matrix: Uint32Array): ClassScore[] {
  return digits.map((digit) => {
    const hits = matrix[digit * 11] ?? 0;
    const images = total(matrix.subarray(digit * 10, digit * 10 + 10));
    const read = digits.reduce((sum, truth) => sum + (matrix[truth * 10 + digit] ?? 0), 0);
    return {
      digit,
      precision: ratio(hits, read),
      recall: ratio(hits, images),
      f1: ratio(2 * hits, read + images),
      images,
    };
  });
}
