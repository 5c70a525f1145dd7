import type { Correction } from '../../corrections/correction';
import { digitNames } from '../../shared/classes';

/** Digits are numbers in files, as in existing datasets. */
const labelOf = (name: string) => (digitNames.includes(name) ? Number(name) : name);

/** Writes one line per drawing, in the inkling command's format. Corrections from images have no strokes. */
export function strokesFile(all: readonly Correction[]): string {
  return all
    .filter(({ strokes }) => strokes.length > 0)
    .map(({ name, strokes }) => {
      const places = strokes.map((stroke) => stroke.map(({ x, y }) => [x, y]));
      return `${JSON.stringify({ label: labelOf(name), writer: 'me', strokes: places })}\n`;
    })
    .join('');
}

const csvField = (name: string) => (/[",\s]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/** Writes the format of Kaggle's train.csv. */
export function csvFile(all: readonly Correction[]): string {
  const header = ['label', ...Array.from({ length: 784 }, (_, pixel) => `pixel${pixel}`)];
  const rows = all.map(({ name, image }) => `${csvField(name)},${image.join(',')}\n`);
  return [`${header.join(',')}\n`, ...rows].join('');
}
