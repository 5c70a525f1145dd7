import { describe, expect, test } from 'vitest';
import {
  cleanName,
  drawn,
  enough,
  nameFault,
  neediest,
  type SymbolDrawing,
  type UserSymbol,
} from '#web/train/symbols/userSymbol';

const drawing: SymbolDrawing = [[{ x: 1, y: 2 }]];

const symbol = (name: string, drawings = 0): UserSymbol => ({
  id: name,
  name,
  drawings: Array.from({ length: drawings }, () => drawing),
});

describe('a name', () => {
  test('has no outer or double spaces and no control characters', () => {
    expect(cleanName('  two \t\n words\u0007 ')).toBe('two words');
    expect(cleanName('e\u0301')).toBe('é');
    expect(cleanName(' "heart" ')).toBe('heart');
  });

  test('has 1 to 40 characters, however many bytes they take', () => {
    expect(nameFault(' ', [])).toBe('empty');
    expect(nameFault('🦊'.repeat(40), [])).toBeNull();
    expect(nameFault('🦊'.repeat(41), [])).toBe('long');
  });

  test('is unique, case-sensitive, and may stay the same', () => {
    const symbols = [symbol('A'), symbol('b')];
    expect(nameFault(' A', symbols)).toBe('taken');
    expect(nameFault('a', symbols)).toBeNull();
    expect(nameFault('A', symbols, symbols[0])).toBeNull();
    expect(nameFault('A', symbols, symbols[1])).toBe('taken');
  });

  test('is refused beyond a hundred symbols, except for renaming', () => {
    const symbols = Array.from({ length: 100 }, (_, at) => symbol(`symbol ${at}`));
    expect(nameFault('more', symbols)).toBe('full');
    expect(nameFault('more', symbols, symbols[7])).toBeNull();
  });
});

test('the symbol with the fewest drawings needs more, the first of several, until all have enough', () => {
  const symbols = [symbol('a', 4), symbol('b', 2), symbol('c', 2)];
  expect(neediest(symbols)?.name).toBe('b');
  expect(neediest([symbol('a', enough), symbol('b', enough + 3)])).toBeNull();
  expect(neediest([])).toBeNull();
});

test('a symbol without drawings isn’t learned', () => {
  expect(drawn([symbol('a', 1), symbol('b')]).map(({ name }) => name)).toEqual(['a']);
});
