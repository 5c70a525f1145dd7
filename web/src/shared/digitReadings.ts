import type { Reading } from '../protocol/types';
import type { Box } from './view';

export type { Reading };

const pixels = 28 * 28;

/** Answers less probable than this, wrong once in four times or more, name the runner-up as well. */
export const confidentFrom = 0.75;

export interface Candidate {
  label: number;
  name: string; // of its class
  probability: number;
}

export type Verdict = 'digit' | 'unsure' | 'none'; // none: taken for none of the classes, the likeliest is a guess

/** One digit of a reading, or another sign that the model has a class for. */
export interface DigitReading {
  verdict: Verdict;
  best: Candidate;
  next: Candidate; // the runner-up
  candidates: Candidate[]; // in the order of the classes
  image: Uint8Array; // as the model saw it, [28, 28] with 255 as full ink
  strokes: number[]; // of the drawing that it was read from; none of a picture
}

function verdictOf(isDigit: boolean, best: Candidate): Verdict {
  if (!isDigit) return 'none';
  return best.probability < confidentFrom ? 'unsure' : 'digit';
}

/** Each digit’s follow those of the digits before it. */
function strokesAt({ strokes, stroke_counts }: Reading, at: number): number[] {
  const before = stroke_counts.subarray(0, at).reduce((sum, count) => sum + count, 0);
  return [...strokes.subarray(before, before + (stroke_counts[at] ?? 0))];
}

function digitAt(reading: Reading, at: number): DigitReading {
  const { probabilities, images, is_digit, classes } = reading;
  const candidates = classes.map((name, label) => ({
    label,
    name,
    probability: probabilities[at * classes.length + label] ?? 0,
  }));
  const [best, next] = [...candidates].sort((a, b) => b.probability - a.probability) as [
    Candidate,
    Candidate,
  ];
  const image = images.slice(at * pixels, (at + 1) * pixels);
  const strokes = strokesAt(reading, at);
  return { verdict: verdictOf(is_digit[at] === 1, best), best, next, candidates, image, strokes };
}

/** The digits as they were read, from left to right; none where nothing was. */
export function digitsOf(reading: Reading | null): DigitReading[] {
  if (!reading) return [];
  return Array.from(reading.is_digit, (_, at) => digitAt(reading, at));
}

/** The runner-up of a digit, where it has a chance worth naming. */
export function runnerUp({ next }: DigitReading): Candidate | null {
  return next.probability < 0.001 ? null : next;
}

function boxesIn(sides: Float32Array): Box[] {
  return Array.from({ length: sides.length / 4 }, (_, at) => {
    const [x = 0, y = 0, width = 0, height = 0] = sides.subarray(4 * at);
    return { x, y, width, height };
  });
}

/** One round each digit, on the paper. */
export function boxesOf(reading: Reading | null): Box[] {
  return reading ? boxesIn(reading.boxes) : [];
}

/** The marks that stand between digits, as they are shown. */
export const signs = { point: '.', comma: ',', dash: '–', slash: '/', equals: '=' };

/** A sign that is no digit. */
export interface MarkReading {
  kind: keyof typeof signs | 'underline' | 'frame';
  box: Box;
  position: number; // the number of digits before it
}

/** The marks as they were read, in their order. */
export function marksOf(reading: Reading | null): MarkReading[] {
  if (!reading || reading.marks === '') return [];
  const kinds = reading.marks.split('|') as MarkReading['kind'][];
  const boxes = boxesIn(reading.mark_boxes);
  return kinds.map((kind, at) => ({
    kind,
    box: boxes[at] ?? { x: 0, y: 0, width: 0, height: 0 },
    position: reading.mark_positions[at] ?? 0,
  }));
}

/** What stands at this place between the digits. */
export function signsAt(marks: readonly MarkReading[], position: number): (keyof typeof signs)[] {
  return marks.flatMap(({ kind, position: at }) =>
    at === position && kind !== 'underline' && kind !== 'frame' ? [kind] : [],
  );
}
