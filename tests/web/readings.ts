// Made-up readings in the engine's format.
import { digitNames } from '#web/shared/classes';
import type { Reading } from '#web/shared/digitReadings';

interface Made {
  digit: number;
  sure: number; // above one half
  next: number; // gets the rest
  isDigit?: boolean;
}

export const seven: Made = { digit: 7, sure: 0.98, next: 1 };
export const oneOrSeven: Made = { digit: 1, sure: 0.55, next: 7 };
export const scribble: Made = { digit: 3, sure: 0.6, next: 8, isDigit: false };

/** Each digit has one stroke, and an image filled with the digit itself. */
export function readingOf(...made: Made[]): Reading {
  const probabilities = new Float32Array(10 * made.length);
  const images = new Uint8Array(784 * made.length);
  made.forEach(({ digit, sure, next }, at) => {
    probabilities[10 * at + digit] = sure;
    probabilities[10 * at + next] = 1 - sure;
    images.fill(digit, 784 * at, 784 * (at + 1));
  });
  const digits = made.filter(({ isDigit }) => isDigit ?? true);
  return {
    text: digits.map(({ digit }) => digit).join(''),
    probabilities,
    images,
    is_digit: Uint8Array.from(made, ({ isDigit }) => ((isDigit ?? true) ? 1 : 0)),
    boxes: Float32Array.from({ length: 4 * made.length }, (_, at) => at + 1),
    strokes: Uint32Array.from(made, (_, at) => at),
    stroke_counts: new Uint32Array(made.length).fill(1),
    marks: '',
    mark_boxes: new Float32Array(0),
    mark_positions: new Uint32Array(0),
    classes: digitNames,
  };
}
