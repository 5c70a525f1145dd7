const binCount = 15;

/** Answers that are about as sure as each other. */
export interface Bin {
  from: number; // of the probability, which goes above it
  to: number; // and up to it
  images: number;
  confidence: number; // the mean; 0 without images
  right: number; // the share; 0 without images
}

/** How often what is so sure is right, in 15 equal bins of probability (Guo et al., 2017). */
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

/** How far sureness is from how often it is right, each bin weighing what it has; 0 without images. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { images }) => sum + images, 0);
  const off = bins.reduce(
    (sum, { images, confidence, right }) => sum + images * Math.abs(confidence - right),
    0,
  );
  return all > 0 ? off / all : 0;
}
