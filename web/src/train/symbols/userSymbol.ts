import type { Stroke } from '../../shared/strokes';

/** One drawing of a symbol: its strokes in order. */
export type SymbolDrawing = readonly Stroke[];

/** A class that the person named, with its drawings. */
export interface UserSymbol {
  readonly id: string;
  readonly name: string;
  readonly drawings: readonly SymbolDrawing[];
}

/** The number of drawings that is enough to learn a symbol. */
export const enough = 10;

/** Limits of the engine. */
export const minSymbols = 2;
export const maxSymbols = 100;
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

/** Returns the problem with the name of a new symbol, or with the new name of `renamed`. */
export function nameFault(
  text: string,
  symbols: readonly UserSymbol[],
  renamed: UserSymbol | null = null,
): NameFault | null {
  const name = cleanName(text);
  if (name === '') return 'empty';
  if ([...name].length > maxCharacters) return 'long';
  if (symbols.some((symbol) => symbol !== renamed && symbol.name === name)) return 'taken';
  return !renamed && symbols.length >= maxSymbols ? 'full' : null;
}

/** Replaces the symbol with the same id. */
export function replaced(symbols: readonly UserSymbol[], changed: UserSymbol): UserSymbol[] {
  return symbols.map((symbol) => (symbol.id === changed.id ? changed : symbol));
}

export function drawingCount(symbols: readonly UserSymbol[]): number {
  return symbols.reduce((sum, { drawings }) => sum + drawings.length, 0);
}

/** Returns the symbols with drawings. */
export function drawn(symbols: readonly UserSymbol[]): UserSymbol[] {
  return symbols.filter(({ drawings }) => drawings.length > 0);
}

/** Returns the symbol that needs the most drawings; null if all have enough. */
export function neediest(symbols: readonly UserSymbol[]): UserSymbol | null {
  const fewest = symbols.reduce<UserSymbol | null>(
    (few, symbol) => (few && few.drawings.length <= symbol.drawings.length ? few : symbol),
    null,
  );
  return fewest && fewest.drawings.length < enough ? fewest : null;
}
