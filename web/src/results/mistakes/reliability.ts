const binCount = 15;

/** Predictions of similar confidence. */
export interface Bin {
  from: number; // exclusive
  to: number; // inclusive
  images: number;
  confidence: number; // mean; 0 without images
  right: number; // accuracy; 0 without images
}

/** Compares confidence with accuracy in 15 equal bins (Guo et al., 2017). */
export function reliability(
  confidence: ArrayLike<number>,
  isRight: (place: number) => boolean,
): Bin[] {
  const sums = Array.from({ length: binCount }, () => ({ images: 0, confidence: 0, right: 0 }));
  for (let place = 0; place < confidence.length; place++) {
    const value = confidence[place] ?? 0;
    const bin = sums[Math.min(binCount, Math.max(1, Math.ceil(value * binCount))) - 1];
    if (!bin) continue;
    bin.images += 1;
    bin.confidence += value;
    bin.right += isRight(place) ? 1 : 0;
  }
  return sums.map(({ images, confidence, right }, at) => ({
    from: at / binCount,
    to: (at + 1) / binCount,
    images,
    confidence: images > 0 ? confidence / images : 0,
    right: images > 0 ? right / images : 0,
  }));
}

/**
 * Expected calibration error: the mean gap between confidence and accuracy, weighted by bin size. 0 without
 * images.
 */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { images }) => sum + images, 0);
  const off = bins.reduce(
    (sum, { images, confidence, right }) => sum + images * Math.abs(confidence - right),
    0,
  );
  return all > 0 ? off / all : 0;
}
