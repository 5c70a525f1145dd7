import type { Stroke } from '../shared/strokes';

/** A digit, with what the person says that it is. */
export interface Correction {
  label: number;
  image: Uint8Array; // [784] with 255 as full ink
  strokes: readonly Stroke[]; // that it was drawn by; none of what came as an image
}

/** To a model they are the same, whatever they are said to be. */
export function sameDrawing(one: Correction, other: Correction): boolean {
  return one.image.every((ink, at) => ink === other.image[at]);
}

/** With these at the end: the newer label counts, and a drawing is there once. */
export function joined(all: readonly Correction[], more: readonly Correction[]): Correction[] {
  const newest = more.filter((one, at) => !more.slice(at + 1).some((o) => sameDrawing(one, o)));
  return [...without(all, newest), ...newest];
}

export function without(all: readonly Correction[], gone: readonly Correction[]): Correction[] {
  return all.filter((one) => !gone.some((other) => sameDrawing(one, other)));
}
