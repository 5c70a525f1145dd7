import type { Reading } from '../engine/types';

export const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

export interface Candidate {
  digit: number;
  probability: number;
}

/** The candidates for one digit of a reading, in the order of the digits. */
export function candidates(reading: Reading | null, at = 0): Candidate[] {
  return digits.map((digit) => ({
    digit,
    probability: reading?.probabilities[at * digits.length + digit] ?? 0,
  }));
}

/** The likeliest digit and the runner-up; null where nothing was read. */
export function ranked(reading: Reading | null, at = 0): [Candidate, Candidate] | null {
  if (reading?.is_digit[at] === undefined) return null;
  const order = candidates(reading, at).sort((a, b) => b.probability - a.probability);
  const [first, second] = order;
  return first && second ? [first, second] : null;
}

/** Whether what was read is taken for a digit, so that the likeliest is more than a guess. */
export function isDigit(reading: Reading | null, at = 0): boolean {
  return reading?.is_digit[at] === 1;
}

export function leading(reading: Reading | null): Candidate | null {
  return ranked(reading)?.[0] ?? null;
}

/** What the engine saw of one digit, [28, 28] with 255 as full ink. */
export function imageSeen(reading: Reading | null, at = 0): Uint8Array | null {
  const image = reading?.images.slice(at * 784, (at + 1) * 784);
  return image?.length === 784 ? image : null;
}
