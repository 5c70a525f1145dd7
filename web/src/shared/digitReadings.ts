import type { Reading } from '../protocol/types';
import type { Box } from './padView';

export type { Reading };

const pixels = 28 * 28;

/** Less probable answers, which are wrong at least one time in four, also name the runner-up. */
export const confidentFrom = 0.75;

export interface Candidate {
  label: number;
  name: string; // of the class
  probability: number;
}

export type Verdict = 'digit' | 'unsure' | 'none'; // none: rejected; the likeliest class is only a guess

/** The reading of one digit, or of another class of the model. */
export interface DigitReading {
  verdict: Verdict;
  best: Candidate;
  next: Candidate; // runner-up
  candidates: Candidate[]; // in class order
  image: Uint8Array; // the model's input, [28, 28], 255 is full ink
  strokes: number[]; // indices of its strokes in the drawing; empty for a picture
}

function verdictOf(isDigit: boolean, best: Candidate): Verdict {
  if (!isDigit) return 'none';
  return best.probability < confidentFrom ? 'unsure' : 'digit';
}

/** Returns the digit's strokes, which follow those of the digits before it. */
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

/** Returns the digits from left to right; empty without a reading. */
export function digitsOf(reading: Reading | null): DigitReading[] {
  if (!reading) return [];
  return Array.from(reading.is_digit, (_, at) => digitAt(reading, at));
}

/** Returns the runner-up if it is likely enough to mention. */
export function runnerUp({ next }: DigitReading): Candidate | null {
  return next.probability < 0.001 ? null : next;
}

function boxesIn(sides: Float32Array): Box[] {
  return Array.from({ length: sides.length / 4 }, (_, at) => {
    const [x = 0, y = 0, width = 0, height = 0] = sides.subarray(4 * at);
    return { x, y, width, height };
  });
}

/** Returns the box of each digit, in drawing coordinates. */
export function boxesOf(reading: Reading | null): Box[] {
  return reading ? boxesIn(reading.boxes) : [];
}

/** Marks between digits, as shown. */
export const signs = { point: '.', comma: ',', dash: '–', slash: '/', equals: '=' };

/** A mark that is not a digit. */
export interface MarkReading {
  kind: keyof typeof signs | 'underline' | 'frame';
  box: Box;
  position: number; // number of digits before it
}

/** Returns the marks in order. */
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

/** Returns the marks at this position between the digits. */
export function signsAt(marks: readonly MarkReading[], position: number): (keyof typeof signs)[] {
  return marks.flatMap(({ kind, position: at }) =>
    at === position && kind !== 'underline' && kind !== 'frame' ? [kind] : [],
  );
}
