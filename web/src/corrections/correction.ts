import type { ClassNames } from '../shared/classes';
import type { Stroke } from '../shared/strokes';

/**
 * A drawing with the label that the person gave it. To add a field: here, and in isSaved() and read() of
 * correctionStore.ts. Corrections that were saved earlier lack it.
 */
export interface Correction {
  name: string; // of the class
  image: Uint8Array; // [784], 255 is full ink
  strokes: readonly Stroke[]; // that draw it; empty if it came as an image
}

/** A model sees only the image, so drawings with the same image count as the same, whatever their labels. */
export const imageOf = ({ image }: Pick<Correction, 'image'>): string =>
  String.fromCharCode(...image);

/** Appends drawings. If an image is already there, the new label replaces the old one. */
export function joined(all: readonly Correction[], more: readonly Correction[]): Correction[] {
  const newest = new Map<string, Correction>();
  for (const one of [...all, ...more]) {
    const image = imageOf(one);
    newest.delete(image); // moves it to the end
    newest.set(image, one);
  }
  return [...newest.values()];
}

export function without(all: readonly Correction[], gone: readonly Correction[]): Correction[] {
  const images = new Set(gone.map(imageOf));
  return all.filter((one) => !images.has(imageOf(one)));
}

/** Filters the corrections to those whose classes the model can tell apart. */
export const ofClasses = (all: readonly Correction[], classes: ClassNames): Correction[] =>
  all.filter(({ name }) => classes.includes(name));
