import { confidentFrom } from '../../src/shared/digitReadings.js';
import { filled, type PadLabels } from './labels.js';
import type { DigitReading, PadReading } from './reading.js';

/** The digits of a text, whatever stands between them, and however wide they are written. */
export function digitsIn(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, '');
}

export interface Checked {
  value: string;
  reading: PadReading | null;
  required: boolean;
  digits: number; // 0: any number of them
}

export interface Complaint {
  flags: ValidityStateFlags;
  message: string;
}

/** Underlines and frames take nothing from a number; a point or a dash would. */
function onlyDigits({ digits, marks }: PadReading): boolean {
  return (
    digits.every(({ isDigit }) => isDigit) &&
    marks.every(({ kind }) => kind === 'underline' || kind === 'frame')
  );
}

/** What speaks against a value, if anything. */
export function complaint(checked: Checked, labels: PadLabels): Complaint | null {
  const { value, reading, required, digits } = checked;
  if (reading && !onlyDigits(reading)) {
    return { flags: { badInput: true }, message: labels.noDigit };
  }
  if (value === '') {
    return required ? { flags: { valueMissing: true }, message: labels.required } : null;
  }
  if (digits === 0 || value.length === digits) return null;
  const flags = value.length < digits ? { tooShort: true } : { tooLong: true };
  return { flags, message: filled(labels.count, { digits }) };
}

function doubt({ digit, probabilities }: DigitReading, labels: PadLabels): string {
  const others = probabilities.with(digit, 0);
  return filled(labels.unsure, { digit, other: others.indexOf(Math.max(...others)) });
}

/** What a person should look at twice in what was read; empty where nothing. */
export function hint(reading: PadReading | null, labels: PadLabels): string {
  if (!reading) return '';
  if (!onlyDigits(reading)) return labels.noDigit;
  const unsure = reading.digits.find(({ probability }) => probability < confidentFrom);
  return unsure ? doubt(unsure, labels) : '';
}
