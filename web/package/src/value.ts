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

/** What of a typed text can stand in a value: all of it until the classes are known, and where they are words. */
export function typedValue(text: string, classes: ClassNames): string {
  if (classes.length === 0 || !allSingle(classes)) return text.trimStart().replaceAll(/\s+/g, ' ');
  const plain = kindOf(classes) === 'digit' ? text.normalize('NFKC') : text; // digits, however wide they are written
  return [...plain].map((letter) => classes[labelNamed(letter, classes) ?? -1] ?? '').join('');
}

/** The value of what was read: the names of all that is one of the classes. */
export const readValue = ({ digits }: PadReading): string =>
  joinedNames(digits.filter(({ isDigit }) => isDigit).map(({ name }) => name));

/** The names that a value is made of, the longest that fits first; null where a part of it is none. */
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
  classes: ClassNames; // none until they are known
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
  return { flags, message: filled(labels.count, { digits }) };
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

/** What a person should look at twice in what was read; empty where nothing. */
export function hint(reading: PadReading | null, labels: PadLabels): string {
  if (!reading) return '';
  if (!onlyDigits(reading)) return labels.noDigit;
  const unsure = reading.digits.find(({ probability }) => probability < confidentFrom);
  return unsure ? doubt(unsure, reading.classes, labels) : '';
}
