import type { Stroke } from '../../shared/strokes';

/** One drawing of a sign: its strokes in order. */
export type SignDrawing = readonly Stroke[];

/** A class that the person named, with its drawings. */
export interface Sign {
  readonly id: string;
  readonly name: string;
  readonly drawings: readonly SignDrawing[];
}

/** The number of drawings that is enough to learn a sign. */
export const enough = 10;

/** Limits of the engine. */
export const minSigns = 2;
export const maxSigns = 100;
export const maxCharacters = 40;

/** Limit for one file. Browsers could store more, but a whole train.csv belongs in training. */
export const maxDrawings = 10_000;

export type NameFault = 'empty' | 'long' | 'taken' | 'full';

/**
 * Removes control characters and superfluous spaces, and surrounding quotes, which the engine strips from labels
 * in files.
 */
export function cleanName(text: string): string {
  const seen = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '');
  return seen.replace(/^["'\s]+|["'\s]+$/gu, '');
}

/** Returns the problem with the name of a new sign, or with the new name of `renamed`. */
export function nameFault(
  text: string,
  signs: readonly Sign[],
  renamed: Sign | null = null,
): NameFault | null {
  const name = cleanName(text);
  if (name === '') return 'empty';
  if ([...name].length > maxCharacters) return 'long';
  if (signs.some((sign) => sign !== renamed && sign.name === name)) return 'taken';
  return !renamed && signs.length >= maxSigns ? 'full' : null;
}

/** Replaces the sign with the same id. */
export function replaced(signs: readonly Sign[], changed: Sign): Sign[] {
  return signs.map((sign) => (sign.id === changed.id ? changed : sign));
}

export function drawingCount(signs: readonly Sign[]): number {
  return signs.reduce((sum, { drawings }) => sum + drawings.length, 0);
}

/** Returns the signs with drawings. */
export function drawn(signs: readonly Sign[]): Sign[] {
  return signs.filter(({ drawings }) => drawings.length > 0);
}

/** Returns the sign that needs the most drawings; null if all have enough. */
export function neediest(signs: readonly Sign[]): Sign | null {
  const fewest = signs.reduce<Sign | null>(
    (few, sign) => (few && few.drawings.length <= sign.drawings.length ? few : sign),
    null,
  );
  return fewest && fewest.drawings.length < enough ? fewest : null;
}
