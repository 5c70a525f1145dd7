import type { Correction } from '../../corrections/correction';

/** A line for each drawing, as the inkling command reads them; what came as an image has no strokes. */
export function strokesFile(all: readonly Correction[]): string {
  return all
    .filter(({ strokes }) => strokes.length > 0)
    .map(({ label, strokes }) => {
      const places = strokes.map((stroke) => stroke.map(({ x, y }) => [x, y]));
      return `${JSON.stringify({ label, writer: 'me', strokes: places })}\n`;
    })
    .join('');
}

/** As Kaggle's train.csv. */
export function csvFile(all: readonly Correction[]): string {
  const header = ['label', ...Array.from({ length: 784 }, (_, pixel) => `pixel${pixel}`)];
  const rows = all.map(({ label, image }) => [label, ...image]);
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}
