import { describe, expect, test } from 'vitest';
import { fileNameOf, formFrom, formJson, parsedForm } from '#web/forms/formFile';
import { completed, marks, custom } from './forms';

describe('a form in a file', () => {
  test('is the same when it is loaded again', () => {
    for (const form of [marks, custom]) {
      expect(parsedForm(formJson(completed(form)))).toEqual({ ...form, id: 'K7Q2M9' });
    }
  });

  test('may leave out what the command leaves out', () => {
    const text = '{"name": "Marks", "fields": [{"name": "Points", "boxes": 3}]}';
    expect(parsedForm(text)).toEqual({
      ...{ name: 'Marks', page: 'A4', anchor: 'marks', rows: 1 },
      fields: [{ name: 'Points', kind: 'digits', boxes: 3 }],
    });
  });

  test('of a newer version is told, and one that is too large', () => {
    expect(() => parsedForm('{"format": "inkling-form", "version": 2}')).toThrow('newerForm');
    expect(() => parsedForm(' '.repeat(2 ** 20 + 1))).toThrow('formTooLarge');
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"name": '],
    ['a list', '[]'],
    ['another file', '{"format": "inkling-run", "version": 1, "fields": []}'],
    ['no fields', '{"name": "Marks"}'],
    ['a field that is none', '{"name": "Marks", "fields": [3]}'],
    ['a field without a name', '{"name": "Marks", "fields": [{"boxes": 3}]}'],
    ['a kind that there is not', '{"name": "M", "fields": [{"name": "A", "kind": "letters"}]}'],
    ['a place with three sides', '{"name": "M", "fields": [{"name": "A", "area": [0, 0, 1]}]}'],
    ['boxes in words', '{"name": "M", "fields": [{"name": "A", "boxes": "three"}]}'],
    ['paper that there is not', '{"name": "M", "page": "A3", "fields": []}'],
    ['an id that is a number', '{"name": "M", "id": 3, "fields": []}'],
  ])('that is %s is refused', (_, text) => {
    expect(() => parsedForm(text)).toThrow('notForm');
  });

  test('brings nothing that a form doesn’t have', () => {
    const form = formFrom({ ...marks, surprise: 1, fields: [{ ...marks.fields[0], onload: 2 }] });
    expect(form).toEqual({ ...marks, fields: [marks.fields[0]] });
  });
});

test.each([
  ['Class 7b: marks/tests', 'Class-7b-markstests'],
  ['Zählerstände', 'Zählerstände'],
  ['成績 2', '成績-2'],
  ['***', 'form'],
])('the file of %s is called %s', (name, file) => {
  expect(fileNameOf({ name })).toBe(file);
});
