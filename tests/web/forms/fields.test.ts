import { describe, expect, test } from 'vitest';
import {
  added,
  changed,
  digitsOf,
  freeName,
  moved,
  nextField,
  removed,
  replaced,
  rowNamesIn,
  withDecimals,
  withDigits,
  withKind,
  withLimit,
  withRowNames,
} from '#web/forms/fields';
import type { FormField } from '#web/protocol/forms';
import { completed, custom, marks } from './forms';

const points: FormField = { name: 'Points', kind: 'digits', boxes: 3, min: 0, max: 100 };
const mark: FormField = { name: 'Mark', kind: 'decimal', boxes: 3, decimals: 1 };

describe('a field', () => {
  test('whose kind changes keeps its name, its size and the properties that both kinds have', () => {
    expect(withKind(points, 'decimal', 'day-month-year')).toEqual({
      ...points,
      ...{ kind: 'decimal', boxes: 4, decimals: 1 },
    });
    expect(withKind(mark, 'id', 'day-month-year')).toEqual({ name: 'Mark', kind: 'id', boxes: 2 });
    expect(withKind(points, 'tick', 'day-month-year')).toEqual({
      name: 'Points',
      kind: 'tick',
      boxes: 1,
    });
  });

  test('that was a date gets the default number of digits, not eight', () => {
    const date = withKind(points, 'date', 'year-month-day');
    expect(date).toEqual({ name: 'Points', kind: 'date', boxes: 8, order: 'year-month-day' });
    expect(withKind(date, 'digits', 'day-month-year').boxes).toBe(3);
  });

  test('on a custom form keeps its area when its kind changes', () => {
    const [field] = custom.fields;
    expect(field && withKind(field, 'tick', 'day-month-year').area).toEqual([0.1, 0.2, 0.3, 0.4]);
  });

  test('counts the digits before the point and the decimals separately', () => {
    expect(digitsOf(mark)).toBe(2);
    expect(withDigits(mark, 4).boxes).toBe(5);
    expect(withDecimals(mark, 3)).toMatchObject({ boxes: 5, decimals: 3 });
  });

  test('can have a limit set or removed', () => {
    expect(withLimit(points, 'min', null)).toEqual({
      ...{ name: 'Points', kind: 'digits', boxes: 3, max: 100 },
    });
    expect(withLimit(points, 'max', 20).max).toBe(20);
  });
});

describe('a form', () => {
  const names = (form: typeof marks) => form.fields.map(({ name }) => name);

  test('can have columns added, moved, removed and replaced, without being changed itself', () => {
    const three = added(marks, mark);
    expect(names(three)).toEqual(['No.', 'Points', 'Mark']);
    expect(names(moved(three, 2, 0))).toEqual(['Mark', 'No.', 'Points']);
    expect(names(removed(three, 1))).toEqual(['No.', 'Mark']);
    expect(names(replaced(three, 0, points, mark))).toEqual(['Points', 'Mark', 'Points', 'Mark']);
    expect(names(marks)).toEqual(['No.', 'Points']);
  });

  test.each([-1, 2])('stays the same if the target index %i is out of range', (to) => {
    expect(moved(marks, 0, to)).toBe(marks);
  });

  test('loses its id when it is edited, so that its earlier sheets are told apart', () => {
    const known = { ...marks, id: 'MARKS1' };
    expect(changed(known, { rows: 30 })).not.toHaveProperty('id');
    expect(removed(known, 0)).not.toHaveProperty('id');
    expect(completed(marks).id).toBe('K7Q2M9');
  });

  test('names a new column with the first unused number', () => {
    const form = added(marks, { ...mark, name: 'Column 3' });
    expect(freeName(form, (number) => `Column ${number}`)).toBe('Column 4');
    const gap = added(marks, { ...mark, name: ' Column 4 ' });
    expect(freeName(gap, (number) => `Column ${number}`)).toBe('Column 5');
  });

  test('gets a new column like its last one, but no second date', () => {
    expect(nextField(added(marks, mark), 'New')).toEqual({ ...mark, name: 'New' });
    const dated = added(marks, withKind(mark, 'date', 'day-month-year'));
    expect(nextField(dated, 'New')).toEqual({ name: 'New', kind: 'digits', boxes: 3 });
    expect(nextField(custom, 'New')).not.toHaveProperty('area');
  });
});

test('names of rows are one a line, with cells of a spreadsheet joined', () => {
  expect(rowNamesIn('Ada\tLovelace\r\n\nGrace\n\n ')).toEqual(['Ada Lovelace', '', 'Grace']);
  expect(rowNamesIn('')).toEqual([]);
});

test('more names than rows add rows, and no names leave no trace', () => {
  const names = Array.from({ length: 30 }, (_, at) => `Pupil ${at + 1}`);
  const named = withRowNames(marks, names);
  expect([named.rows, named.row_names]).toEqual([30, names]);
  expect(withRowNames(named, [])).toEqual({ ...marks, rows: 30 });
});
