import { describe, expect, test } from 'vitest';
import { faultsOf, firstFault, isFaultless, normalised } from '#web/forms/faults';
import type { FormField } from '#web/protocol/forms';
import { custom, marks } from './forms';

const field = (changes: Partial<FormField>): FormField => ({
  ...{ name: 'A', kind: 'digits', boxes: 3 },
  ...changes,
});
const withFields = (...fields: FormField[]) => faultsOf({ ...marks, fields });

test('valid forms have no faults', () => {
  expect(isFaultless(faultsOf(marks))).toBe(true);
  expect(isFaultless(faultsOf(custom))).toBe(true);
});

describe('validation reports', () => {
  test.each<[string, Partial<FormField>, string]>([
    ['a blank name', { name: ' \t' }, 'noName'],
    ['a name that is too long', { name: 'é'.repeat(101) }, 'longName'],
    ['an empty number of digits', { boxes: Number.NaN }, 'boxes'],
    ['a fractional number of digits', { boxes: 1.5 }, 'boxes'],
    ['too many digits', { boxes: 21 }, 'boxes'],
    [
      'a decimal without a digit before the point',
      { kind: 'decimal', boxes: 2, decimals: 2 },
      'boxes',
    ],
    ['a minimum above the maximum', { min: 5, max: 1 }, 'limits'],
  ])('%s', (_, changes, fault) => {
    const faults = withFields(field({ name: 'First' }), field(changes));
    expect(faults.fields).toEqual([null, fault]);
    expect(isFaultless(faults)).toBe(false);
  });

  test('a name that another column has, ignoring spaces around it', () => {
    expect(withFields(field({}), field({ name: ' A ' })).fields).toEqual([null, 'takenName']);
  });

  test.each([0, 1001, 2.5, Number.NaN])('%d as the number of rows', (rows) => {
    expect(faultsOf({ ...marks, rows }).rows).toBe(true);
  });
});

test('a form has 1 to 40 columns, and a custom form may have more fields', () => {
  const fields = Array.from({ length: 41 }, (_, at) => field({ name: `${at}` }));
  expect(withFields(...fields).count).toBe('manyFields');
  expect(faultsOf({ ...custom, fields }).count).toBeNull();
  expect(withFields().count).toBe('noFields');
});

test('the first fault says precisely what is wrong', () => {
  expect(firstFault(faultsOf(marks))).toBeNull();
  expect(firstFault(withFields(field({}), field({ name: '' })))).toEqual({
    where: 'column',
    place: 2,
  });
  const where = (changes: Partial<typeof marks>) =>
    firstFault(faultsOf({ ...marks, ...changes }))?.where;
  expect(where({ name: ' ', rows: 0 })).toBe('noName');
  expect(where({ name: 'x'.repeat(201) })).toBe('longName');
  expect(where({ rows: 0 })).toBe('rows');
  expect(where({ fields: [] })).toBe('noColumns');
  expect(where({ rows: 1, row_names: ['A', 'B'] })).toBe('manyNames');
  const longNames = { row_names: ['Ada', 'x'.repeat(201)] };
  expect(firstFault(faultsOf({ ...marks, ...longNames }))).toEqual({
    where: 'longRowName',
    place: 2,
  });
});

test('names are normalised to one line of visible characters', () => {
  const form = normalised({
    ...marks,
    name: ' Class\u0007  7b ',
    fields: [field({ name: ' A\t1 ' })],
  });
  expect([form.name, form.fields[0]?.name]).toEqual(['Class 7b', 'A 1']);
});

test('names of rows are normalised, and checked', () => {
  expect(normalised({ ...marks, row_names: [' Ada  L. ', ''] }).row_names).toEqual(['Ada L.', '']);
  const faultOf = (...row_names: string[]) => faultsOf({ ...marks, rows: 2, row_names }).rowNames;
  expect(faultOf('Ada', '')).toBeNull();
  expect(faultOf('Ada', 'x'.repeat(201))).toBe(2);
  expect(faultOf('A', 'B', 'C')).toBe('manyNames');
});
