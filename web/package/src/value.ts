import {
  allSingle,
  type ClassNames,
  joinedNames,
  kindOf,
  labelNamed,
} from '../../src/shared/classes.js';
import { confidentFrom } from '../../src/shared/digitReadings.js';
import { filled, type PadLabels } from './labels.js';
import type { DigitReading, PadReading } from './reading.js';

/**
 * Filters a typed text to the characters a value may have. Keeps everything while the classes are unknown or if
 * class names are words.
 */
export function typedValue(text: string, classes: ClassNames): string {
  if (classes.length === 0 || !allSingle(classes)) return text.trimStart().replaceAll(/\s+/g, ' ');
  const plain = kindOf(classes) === 'digit' ? text.normalize('NFKC') : text; // full-width digits become plain ones
  return [...plain].map((letter) => classes[labelNamed(letter, classes) ?? -1] ?? '').join('');
}

/** Returns the value of a reading: the names of all accepted characters. */
export const readValue = ({ digits }: PadReading): string =>
  joinedNames(digits.filter(({ isDigit }) => isDigit).map(({ name }) => name));

/** Splits a value into class names, longest match first. Null if a part matches none. */
export function namesIn(value: string, classes: ClassNames): string[] | null {
  const longestFirst = classes.toSorted((one, other) => other.length - one.length);
  const names: string[] = [];
  let rest = value.trim();
  while (rest !== '') {
    const name = longestFirst.find((one) => rest.startsWith(one));
    if (name === undefined) return null;
    names.push(name);
    rest = rest.slice(name.length).trimStart();
  }
  return names;
}

export interface Checked {
  value: string;
  classes: ClassNames; // empty until known
  reading: PadReading | null;
  required: boolean;
  digits: number; // 0 for any number
}

export interface Complaint {
  flags: ValidityStateFlags;
  message: string;
}

/** Underlines and frames don't change a number; a point or a dash would. */
function onlyDigits({ digits, marks }: PadReading): boolean {
  return (
    digits.every(({ isDigit }) => isDigit) &&
    marks.every(({ kind }) => kind === 'underline' || kind === 'frame')
  );
}

/** Returns the reason why a value is invalid, or null. */
export function complaint(checked: Checked, labels: PadLabels): Complaint | null {
  const { value, classes, reading, required, digits } = checked;
  const names = classes.length === 0 ? [...value] : namesIn(value, classes);
  if (!names || (reading && !onlyDigits(reading))) {
    return { flags: { badInput: true }, message: labels.noDigit };
  }
  if (value === '') {
    return required ? { flags: { valueMissing: true }, message: labels.required } : null;
  }
  if (digits === 0 || names.length === digits) return null;
  const flags = names.length < digits ? { tooShort: true } : { tooLong: true };
  const message = digits === 1 ? labels.countOne : filled(labels.count, { digits });
  return { flags, message };
}

function doubt(
  { digit, name, probabilities }: DigitReading,
  classes: ClassNames,
  labels: PadLabels,
): string {
  const others = probabilities.with(digit, 0);
  const other = classes[others.indexOf(Math.max(...others))] ?? '';
  return filled(labels.unsure, { digit: name, other });
}

/** Names the characters of a reading that are worth a second look. Empty if there are none. */
export function hint(reading: PadReading | null, labels: PadLabels): string {
  if (!reading) return '';
  if (!onlyDigits(reading)) return labels.noDigit;
  const unsure = reading.digits.find(({ probability }) => probability < confidentFrom);
  return unsure ? doubt(unsure, reading.classes, labels) : '';
}
