import { expect, test } from 'vitest';
import { digitNames } from '#web/shared/classes';
import { englishOf } from '../../../web/package/src/englishLabels';
import { english, filled } from '../../../web/package/src/labels';
import type { DigitReading, PadReading } from '../../../web/package/src/reading';
import { complaint, hint, namesIn, readValue, typedValue } from '../../../web/package/src/value';

function digitRead(probabilities: Record<number, number>, isDigit = true): DigitReading {
  const all = Array.from({ length: 10 }, (_, digit) => probabilities[digit] ?? 0);
  const probability = Math.max(...all);
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const digit = all.indexOf(probability);
  return { digit, name: String(digit), probability, probabilities: all, isDigit, box };
}

const reading = (...digits: DigitReading[]): PadReading => ({
  text: digits.flatMap(({ digit, isDigit }) => (isDigit ? [digit] : [])).join(''),
  classes: digitNames,
  digits,
  marks: [],
});

const marked = (kind: string): PadReading => ({
  ...reading(digitRead({ 1: 0.9 })),
  marks: [{ kind, box: { x: 0, y: 0, width: 1, height: 1 } }],
});

const field = { value: '', classes: digitNames, reading: null, required: false, digits: 0 };

test('keeps a text’s digits, including full-width ones', () => {
  expect(typedValue(' 12 345-６７x', digitNames)).toBe('1234567');
  expect(typedValue('none', digitNames)).toBe('');
  expect(readValue(reading(digitRead({ 3: 0.9 }), digitRead({ 4: 0.2 }, false)))).toBe('3');
});

test('an empty field is invalid only if required', () => {
  expect(complaint(field, english)).toBeNull();
  expect(complaint({ ...field, digits: 5 }, english)).toBeNull();
  const missing = complaint({ ...field, required: true }, english);
  expect(missing).toEqual({ flags: { valueMissing: true }, message: english.required });
});

test('too few and too many digits have different messages, with the number needed', () => {
  const few = complaint({ ...field, value: '12', digits: 3 }, english);
  expect(few?.flags).toEqual({ tooShort: true });
  expect(few?.message).toBe('Enter 3 digits.');
  const one = complaint({ ...field, value: '12', digits: 1 }, english);
  expect(one?.message).toBe('Enter 1 digit.');
  expect(complaint({ ...field, value: '1234', digits: 3 }, english)?.flags).toEqual({
    tooLong: true,
  });
  expect(complaint({ ...field, value: '123', digits: 3 }, english)).toBeNull();
});

test('ink that isn’t a digit makes the value invalid', () => {
  const read = reading(digitRead({ 1: 0.9 }), digitRead({ 4: 0.2 }, false));
  expect(complaint({ ...field, value: '1', reading: read }, english)?.flags).toEqual({
    badInput: true,
  });
  expect(hint(read, english)).toBe(english.noDigit);
});

test('a mark makes the value invalid, an underline doesn’t', () => {
  const flags = (kind: string) =>
    complaint({ ...field, value: '1', reading: marked(kind) }, english)?.flags;
  expect(flags('point')).toEqual({ badInput: true });
  expect(flags('underline')).toBeUndefined();
  expect(hint(marked('dash'), english)).toBe(english.noDigit);
});

test('names the first doubtful digit with its runner-up, or nothing', () => {
  const read = reading(digitRead({ 3: 0.99 }), digitRead({ 1: 0.5, 7: 0.4 }));
  expect(hint(read, english)).toBe('1 or 7?');
  expect(hint(reading(digitRead({ 3: 0.99 })), english)).toBe('');
  expect(hint(null, english)).toBe('');
});

test('unknown placeholders stay', () => {
  expect(filled('{a} and {b}', { a: 1 })).toBe('1 and {b}');
});

test('letters are accepted in either case, others are dropped', () => {
  expect(typedValue('a b-C', ['A', 'B'])).toBe('AB');
});

test('words are kept as typed, and are valid if they are names', () => {
  const classes = ['cat', 'Ankle boot', 'A'];
  expect(typedValue(' cat  Ankle boot ', classes)).toBe('cat Ankle boot ');
  expect(namesIn('cat Ankle boot A', classes)).toEqual(['cat', 'Ankle boot', 'A']);
  expect(namesIn('catA', classes)).toEqual(['cat', 'A']);
  expect(namesIn('cow', classes)).toBeNull();
  const labels = englishOf('class');
  const typed = (value: string) =>
    complaint({ ...field, classes, value, digits: 2 }, labels)?.flags;
  expect(typed('cow')).toEqual({ badInput: true });
  expect(typed('cat')).toEqual({ tooShort: true });
  expect(typed('cat Ankle boot')).toBeUndefined();
});

test('everything may be typed until the classes are known', () => {
  expect(typedValue('cat', [])).toBe('cat');
  expect(complaint({ ...field, classes: [], value: 'cat' }, english)).toBeNull();
});
