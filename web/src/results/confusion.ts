/** Returns the labels of a matrix, [truth classes, predicted classes]. */
const labelsOf = (matrix: Uint32Array): number[] =>
  Array.from({ length: Math.round(Math.sqrt(matrix.length)) }, (_, label) => label);

export interface ConfusionRow {
  truth: number;
  cells: { predicted: number; images: number; share: number }[]; // share: of the row's images
}

/** Converts the matrix to table rows; null if nothing was measured. */
export function confusionRows(matrix: Uint32Array): ConfusionRow[] | null {
  if (total(matrix) === 0) return null;
  const labels = labelsOf(matrix);
  return labels.map((truth) => {
    const row = matrix.subarray(truth * labels.length, (truth + 1) * labels.length);
    const inRow = total(row);
    const cells = labels.map((predicted) => {
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
  const labels = labelsOf(matrix);
  return labels.reduce((sum, label) => sum + (matrix[label * (labels.length + 1)] ?? 0), 0);
}

export interface Pair {
  truth: number;
  predicted: number;
  images: number;
}

/** Returns all confusions, most frequent first. */
export function confusedPairs(matrix: Uint32Array): Pair[] {
  const labels = labelsOf(matrix);
  return labels
    .flatMap((truth) =>
      labels.map((predicted) => ({
        truth,
        predicted,
        images: matrix[truth * labels.length + predicted] ?? 0,
      })),
    )
    .filter(({ truth, predicted, images }) => truth !== predicted && images > 0)
    .sort((one, other) => other.images - one.images);
}

/** Returns the most frequent confusion, or null. */
export function mostConfused(matrix: Uint32Array): Pair | null {
  return confusedPairs(matrix)[0] ?? null;
}

export interface ClassScore {
  label: number;
  precision: number; // correct share of the predictions of this class
  recall: number; // correctly predicted share of this class's images
  f1: number; // harmonic mean of precision and recall
  images: number;
}

const ratio = (part: number, all: number) => (all === 0 ? Number.NaN : part / all);

/** Scores each class. NaN where the denominator is 0. */
export function classScores(matrix: Uint32Array): ClassScore[] {
  const labels = labelsOf(matrix);
  const classes = labels.length;
  return labels.map((label) => {
    const hits = matrix[label * (classes + 1)] ?? 0;
    const images = total(matrix.subarray(label * classes, (label + 1) * classes));
    const read = labels.reduce((sum, truth) => sum + (matrix[truth * classes + label] ?? 0), 0);
    return {
      label,
      precision: ratio(hits, read),
      recall: ratio(hits, images),
      f1: ratio(2 * hits, read + images),
      images,
    };
  });
}

/** The order of the matrix's rows and columns. */
export type Order = 'named' | 'confused';

/**
 * Orders the labels so that those confused most are neighbours. Joins pairs to chains, most confused first, only
 * at the ends of chains. Labels without confusions come last, in their order.
 */
export function byConfusion(matrix: Uint32Array): number[] {
  const labels = labelsOf(matrix);
  const chains = new Map(labels.map((label) => [label, [label]]));
  for (const { one, other } of mutualPairs(matrix)) {
    const [first, second] = [chains.get(one) ?? [], chains.get(other) ?? []];
    if (first === second || !isEnd(one, first) || !isEnd(other, second)) continue;
    const left = first.at(-1) === one ? first : first.toReversed();
    const right = second[0] === other ? second : second.toReversed();
    const chain = [...left, ...right];
    for (const label of chain) chains.set(label, chain);
  }
  const longestFirst = [...new Set(chains.values())].sort((a, b) => b.length - a.length);
  return longestFirst.flat();
}

const isEnd = (label: number, chain: readonly number[]) =>
  chain[0] === label || chain.at(-1) === label;

/** Counts confusions in both directions, most frequent first. */
function mutualPairs(matrix: Uint32Array): { one: number; other: number; images: number }[] {
  const classes = labelsOf(matrix).length;
  const between = (one: number, other: number) =>
    (matrix[one * classes + other] ?? 0) + (matrix[other * classes + one] ?? 0);
  return labelsOf(matrix)
    .flatMap((one) =>
      labelsOf(matrix)
        .slice(one + 1)
        .map((other) => ({ one, other, images: between(one, other) })),
    )
    .filter(({ images }) => images > 0)
    .sort((a, b) => b.images - a.images);
}

/** Reorders the rows and columns of the matrix. */
export function reordered(rows: readonly ConfusionRow[], order: readonly number[]): ConfusionRow[] {
  return order.flatMap((truth) => {
    const row = rows[truth];
    if (!row) return [];
    return [{ truth, cells: order.flatMap((predicted) => row.cells[predicted] ?? []) }];
  });
}
