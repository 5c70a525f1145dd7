import { describe, expect, test } from 'vitest';
import {
  cleanName,
  drawn,
  enough,
  nameFault,
  neediest,
  type Sign,
  type SignDrawing,
} from '#web/train/signs/sign';

const drawing: SignDrawing = [[{ x: 1, y: 2 }]];

const sign = (name: string, drawings = 0): Sign => ({
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
    const signs = [sign('A'), sign('b')];
    expect(nameFault(' A', signs)).toBe('taken');
    expect(nameFault('a', signs)).toBeNull();
    expect(nameFault('A', signs, signs[0])).toBeNull();
    expect(nameFault('A', signs, signs[1])).toBe('taken');
  });

  test('is refused beyond a hundred signs, except for renaming', () => {
    const signs = Array.from({ length: 100 }, (_, at) => sign(`sign ${at}`));
    expect(nameFault('more', signs)).toBe('full');
    expect(nameFault('more', signs, signs[7])).toBeNull();
  });
});

test('the sign with the fewest drawings needs more, the first of several, until all have enough', () => {
  const signs = [sign('a', 4), sign('b', 2), sign('c', 2)];
  expect(neediest(signs)?.name).toBe('b');
  expect(neediest([sign('a', enough), sign('b', enough + 3)])).toBeNull();
  expect(neediest([])).toBeNull();
});

test('a sign without drawings isn’t learned', () => {
  expect(drawn([sign('a', 1), sign('b')]).map(({ name }) => name)).toEqual(['a']);
});
