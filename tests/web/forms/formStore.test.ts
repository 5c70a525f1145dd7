import { expect, test } from 'vitest';
import { isSavedForm } from '#web/forms/formStore';
import type { SavedForm } from '#web/forms/savedForm';
import { completed, marks } from './forms';

const saved: SavedForm = { id: 'a', form: marks, versions: [completed(marks)], createdAt: 1 };

test('a saved form is accepted', () => {
  expect(isSavedForm(saved)).toBe(true);
});

test.each<[string, unknown]>([
  ['that is null', null],
  ['with a number as id', { ...saved, id: 1 }],
  ['with an invalid form', { ...saved, form: { ...marks, fields: [{}] } }],
  ['with a version without an id', { ...saved, versions: [marks] }],
  ['without versions', { ...saved, versions: undefined }],
  ['without a creation time', { ...saved, createdAt: Number.NaN }],
])('a stored value %s is rejected', (_, value) => {
  expect(isSavedForm(value)).toBe(false);
});
