import type { NamedDrawings } from './joinSigns';
import type { Sign, SignDrawing } from './sign';

/** The name of the saved file, and of the file passed to training. */
export const signsFileName = 'signs.jsonl';

/** A tenth of a pixel is finer than any hand. */
const rounded = (place: number) => Math.round(10 * place) / 10;

/** Writes one line per drawing, in the inkling command's format. */
export function signsFile(signs: readonly Sign[]): string {
  const lines = signs.flatMap(({ name, drawings }) =>
    drawings.map((drawing) => {
      const strokes = drawing.map((stroke) => stroke.map(({ x, y }) => [rounded(x), rounded(y)]));
      return `${JSON.stringify({ label: name, strokes })}\n`;
    }),
  );
  return lines.join('');
}

/** Groups drawings by sign, in the order of these names. Skips those without strokes, which came as images. */
export function signsOf(
  all: readonly { name: string; strokes: SignDrawing }[],
  names: readonly string[],
): NamedDrawings[] {
  return names.flatMap((name) => {
    const own = all.filter((one) => one.name === name && one.strokes.length > 0);
    return own.length > 0 ? [{ name, drawings: own.map(({ strokes }) => strokes) }] : [];
  });
}
