import type { NamedDrawings } from './joinSigns';
import type { Sign, SignDrawing } from './sign';

/** What the file is called that the page saves and that training is given. */
export const signsFileName = 'signs.jsonl';

/** A tenth of a pixel is finer than a hand. */
const rounded = (place: number) => Math.round(10 * place) / 10;

/** A line for each drawing, as the inkling command reads them. */
export function signsFile(signs: readonly Sign[]): string {
  const lines = signs.flatMap(({ name, drawings }) =>
    drawings.map((drawing) => {
      const strokes = drawing.map((stroke) => stroke.map(({ x, y }) => [rounded(x), rounded(y)]));
      return `${JSON.stringify({ label: name, strokes })}\n`;
    }),
  );
  return lines.join('');
}

/** Drawings sign by sign, in the order of these names. Those that came as images have no strokes, and are left out. */
export function signsOf(
  all: readonly { name: string; strokes: SignDrawing }[],
  names: readonly string[],
): NamedDrawings[] {
  return names.flatMap((name) => {
    const own = all.filter((one) => one.name === name && one.strokes.length > 0);
    return own.length > 0 ? [{ name, drawings: own.map(({ strokes }) => strokes) }] : [];
  });
}
