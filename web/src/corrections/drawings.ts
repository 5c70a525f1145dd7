import type { NamedDrawings } from '../protocol/calls';
import type { Drawings } from '../protocol/types';
import { digitNames } from '../shared/classes';
import { pack, type Stroke } from '../shared/strokes';
import type { Correction } from './correction';

/** Converts corrections to the engine's arrays, with labels that index the given classes, or else their own. */
export function drawingsOf(
  all: readonly Correction[],
  classes: readonly string[] = classesOf(all),
): NamedDrawings {
  const images = new Uint8Array(784 * all.length);
  all.forEach(({ image }, at) => {
    images.set(image, 784 * at);
  });
  const drawings = {
    images,
    labels: Uint8Array.from(all, ({ name }) => classes.indexOf(name)),
    ...pack(all.flatMap(({ strokes }) => strokes)),
    stroke_counts: Uint32Array.from(all, ({ strokes }) => strokes.length),
  };
  return { drawings, classes };
}

/** Keeps all ten digits as classes, even if some have no drawings. */
function classesOf(all: readonly Correction[]): readonly string[] {
  const names = [...new Set(all.map(({ name }) => name))];
  return names.every((name) => digitNames.includes(name)) ? digitNames : names;
}

function strokesOf({ points, stroke_lengths }: Drawings): Stroke[] {
  let begin = 0;
  return Array.from(stroke_lengths, (length) => {
    const part = points.subarray(2 * begin, 2 * (begin + length));
    begin += length;
    return Array.from({ length }, (_, at) => ({ x: part[2 * at] ?? 0, y: part[2 * at + 1] ?? 0 }));
  });
}

export function correctionsOf({ drawings, classes }: NamedDrawings): Correction[] {
  const strokes = strokesOf(drawings);
  return Array.from(drawings.labels, (label, at) => ({
    name: classes[label] ?? '',
    image: drawings.images.slice(784 * at, 784 * (at + 1)),
    strokes: strokes.splice(0, drawings.stroke_counts[at]),
  }));
}
