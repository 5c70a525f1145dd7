import type { ClassNames } from '../shared/classes';
import type { Stroke } from '../shared/strokes';

/** A drawing, with what the person says that it is. */
export interface Correction {
  name: string; // of its class
  image: Uint8Array; // [784] with 255 as full ink
  strokes: readonly Stroke[]; // that it was drawn by; none of what came as an image
}

/** To a model, drawings of the same image are the same, whatever they are said to be. */
const imageOf = ({ image }: Correction): string => String.fromCharCode(...image);

/** With these at the end: the newer label counts, and a drawing is there once. */
export function joined(all: readonly Correction[], more: readonly Correction[]): Correction[] {
  const newest = new Map<string, Correction>();
  for (const one of [...all, ...more]) {
    const image = imageOf(one);
    newest.delete(image); // to the end
    newest.set(image, one);
  }
  return [...newest.values()];
}

export function without(all: readonly Correction[], gone: readonly Correction[]): Correction[] {
  const images = new Set(gone.map(imageOf));
  return all.filter((one) => !images.has(imageOf(one)));
}

/** Those that a model can learn from: it tells their classes apart. */
export const ofClasses = (all: readonly Correction[], classes: ClassNames): Correction[] =>
  all.filter(({ name }) => classes.includes(name));
