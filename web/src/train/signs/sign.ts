import type { Stroke } from '../../shared/strokes';

/** A sign drawn once: its strokes, in the order in which they were drawn. */
export type SignDrawing = readonly Stroke[];

/** A class that the person named, with the drawings of it. */
export interface Sign {
  readonly id: string;
  readonly name: string;
  readonly drawings: readonly SignDrawing[];
}

/** So many drawings of a sign teach it well enough. */
export const enough = 10;

/** As the engine takes them. */
export const minSigns = 2;
export const maxSigns = 100;
export const maxCharacters = 40;

/** Of one file: a browser stores many more, but a whole train.csv is for training. */
export const maxDrawings = 10_000;

export type NameFault = 'empty' | 'long' | 'taken' | 'full';

/**
 * Without what can't be seen: control characters, and spaces at the ends or in a row. Nor are there quotes
 * around it, which the engine takes off the labels of files.
 */
export function cleanName(text: string): string {
  const seen = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '');
  return seen.replace(/^["'\s]+|["'\s]+$/gu, '');
}

/** What is wrong with the name of a new sign, or with another name for the one that is `renamed`. */
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

/** The same signs, with another one in place of the one of its id. */
export function replaced(signs: readonly Sign[], changed: Sign): Sign[] {
  return signs.map((sign) => (sign.id === changed.id ? changed : sign));
}

export function drawingCount(signs: readonly Sign[]): number {
  return signs.reduce((sum, { drawings }) => sum + drawings.length, 0);
}

/** Those that there is something to learn of. */
export function drawn(signs: readonly Sign[]): Sign[] {
  return signs.filter(({ drawings }) => drawings.length > 0);
}

/** The sign that lacks most drawings; null where each has enough. */
export function neediest(signs: readonly Sign[]): Sign | null {
  const fewest = signs.reduce<Sign | null>(
    (few, sign) => (few && few.drawings.length <= sign.drawings.length ? few : sign),
    null,
  );
  return fewest && fewest.drawings.length < enough ? fewest : null;
}
