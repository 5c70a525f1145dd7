import { describe, expect, test } from 'vitest';
import type { FormField } from '#web/protocol/forms';
import { canonicalText, faultOf } from '#web/sheets/fieldRules';

const points: FormField = { name: 'Points', kind: 'digits', boxes: 3, min: 0, max: 120 };
const mark: FormField = { name: 'Mark', kind: 'decimal', boxes: 3, decimals: 1 };
const day: FormField = { name: 'Day', kind: 'date', boxes: 8, order: 'day-month-year' };
const here: FormField = { name: 'Here', kind: 'tick', boxes: 1 };
const pupil: FormField = { name: 'Pupil', kind: 'id', boxes: 5, fixed: true, check_sum: 'luhn' };

test.each([
  ['7,5', mark, '7.5'],
  ['29.11.2026', day, '2026-11-29'],
  ['1/2/2026', day, '2026-02-01'],
  ['29112026', day, '2026-11-29'],
  ['2026-11-29', day, '2026-11-29'],
  ['11292026', { ...day, order: 'month-day-year' as const }, '2026-11-29'],
  ['X', here, 'x'],
  ['042', points, '042'],
])('“%s” is converted to the notation of the core', (typed, field, text) => {
  expect(canonicalText(typed, field)).toBe(text);
});

describe('a typed text', () => {
  test.each([
    ['12', points],
    ['12.5', mark],
    ['2028-02-29', day],
    ['x', here],
    ['17897', pupil],
    ['', pupil],
  ])('“%s” satisfies the rules of its field', (text, field) => {
    expect(faultOf(text, field)).toBeNull();
  });

  test.each([
    ['1a', points, 'digits'],
    ['1234', points, 'tooLong'],
    ['121', points, 'range'],
    ['7.', mark, 'decimal'],
    ['7.55', mark, 'tooLong'],
    ['123.5', mark, 'tooLong'],
    ['2026-02-29', day, 'noDate'],
    ['1899-12-31', day, 'noDate'],
    ['tomorrow', day, 'noDate'],
    ['maybe', here, 'tick'],
    ['1789', pupil, 'incomplete'],
    ['17894', pupil, 'checkSum'],
  ])('“%s” breaks a rule of its field', (text, field, fault) => {
    expect(faultOf(text, field)).toBe(fault);
  });
});
