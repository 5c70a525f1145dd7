import { digits } from '../read/answer';

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

/** The confusion that happens most often; null if there is none. */
export function mostConfused(
  matrix: Uint32Array,
): { truth: number; predicted: number; images: number } | null {
  let worst = null;
  for (const truth of digits) {
    for (const predicted of digits) {
      const images = matrix[truth * 10 + predicted] ?? 0;
      if (truth !== predicted && images > (worst?.images ?? 0))
        worst = { truth, predicted, images };
    }
  }
  return worst;
}
