import { describe, expect, test } from 'vitest';
import { fileNameOf, formFrom, formJson, parseFormFile } from '#web/forms/formFile';
import { completed, custom, marks } from './forms';

describe('a form in a file', () => {
  test('is the same after saving and loading', () => {
    for (const form of [marks, custom]) {
      expect(parseFormFile(formJson(completed(form)))).toEqual({ ...form, id: 'K7Q2M9' });
    }
  });

  test('keeps the names of its rows, which must be texts', () => {
    const named = { ...marks, row_names: ['Ada', ''] };
    expect(parseFormFile(formJson(completed(named)))).toMatchObject(named);
    expect(formFrom({ ...marks, row_names: ['Ada', 1] })).toBeNull();
  });

  test('may omit what the command treats as optional', () => {
    const text = '{"name": "Marks", "fields": [{"name": "Points", "boxes": 3}]}';
    expect(parseFormFile(text)).toEqual({
      ...{ name: 'Marks', page: 'A4', anchor: 'marks', rows: 1 },
      fields: [{ name: 'Points', kind: 'digits', boxes: 3 }],
    });
  });

  test('is rejected if its version is newer or the file is too large', () => {
    expect(() => parseFormFile('{"format": "inkling-form", "version": 2}')).toThrow('newerForm');
    expect(() => parseFormFile(' '.repeat(2 ** 20 + 1))).toThrow('formTooLarge');
  });

  test.each([
    ['is empty', ''],
    ['is truncated', '{"name": '],
    ['is an array', '[]'],
    ['has another format', '{"format": "inkling-run", "version": 1, "fields": []}'],
    [
      'has a word as version',
      '{"format": "inkling-form", "version": "new", "name": "M", "fields": []}',
    ],
    ['has no fields', '{"name": "Marks"}'],
    ['has a number as a field', '{"name": "Marks", "fields": [3]}'],
    ['has a field without a name', '{"name": "Marks", "fields": [{"boxes": 3}]}'],
    ['has an unknown kind', '{"name": "M", "fields": [{"name": "A", "kind": "letters"}]}'],
    ['has an area of three numbers', '{"name": "M", "fields": [{"name": "A", "area": [0, 0, 1]}]}'],
    ['has a text as boxes', '{"name": "M", "fields": [{"name": "A", "boxes": "three"}]}'],
    ['has an unknown page size', '{"name": "M", "page": "A3", "fields": []}'],
    ['has a number as id', '{"name": "M", "id": 3, "fields": []}'],
  ])('that %s is rejected', (_, text) => {
    expect(() => parseFormFile(text)).toThrow('notForm');
  });

  test('loses unknown properties', () => {
    const form = formFrom({ ...marks, surprise: 1, fields: [{ ...marks.fields[0], onload: 2 }] });
    expect(form).toEqual({ ...marks, fields: [marks.fields[0]] });
  });
});

test.each([
  ['Class 7b: marks/tests', 'Class-7b-markstests'],
  ['Zählerstände', 'Zählerstände'],
  ['成績 2', '成績-2'],
  ['***', 'form'],
])('the file name of “%s” is “%s”', (name, file) => {
  expect(fileNameOf({ name })).toBe(file);
});
