import type { NamedDrawings } from './joinSymbols';
import type { SymbolDrawing, UserSymbol } from './userSymbol';

/** The name of the saved file, and of the file passed to training. */
export const symbolsFileName = 'symbols.jsonl';

/** A tenth of a pixel is finer than any hand. */
const rounded = (place: number) => Math.round(10 * place) / 10;

/** Writes one line per drawing, in the inkling command's format. */
export function symbolsFile(symbols: readonly UserSymbol[]): string {
  const lines = symbols.flatMap(({ name, drawings }) =>
    drawings.map((drawing) => {
      const strokes = drawing.map((stroke) => stroke.map(({ x, y }) => [rounded(x), rounded(y)]));
      return `${JSON.stringify({ label: name, strokes })}\n`;
    }),
  );
  return lines.join('');
}

/** Groups drawings by symbol, in the order of these names. Skips those without strokes, which came as images. */
export function symbolsOf(
  all: readonly { name: string; strokes: SymbolDrawing }[],
  names: readonly string[],
): NamedDrawings[] {
  return names.flatMap((name) => {
    const own = all.filter((one) => one.name === name && one.strokes.length > 0);
    return own.length > 0 ? [{ name, drawings: own.map(({ strokes }) => strokes) }] : [];
  });
}
