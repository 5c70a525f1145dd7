import { expect, test } from 'vitest';
import { isSavedForm } from '#web/forms/formStore';
import type { SavedForm } from '#web/forms/savedForm';
import { completed, marks } from './forms';

const saved: SavedForm = { id: 'a', form: marks, given: [completed(marks)], made: 1 };

test('what was stored is a form', () => {
  expect(isSavedForm(saved)).toBe(true);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['no id', { ...saved, id: 1 }],
  ['a damaged form', { ...saved, form: { ...marks, fields: [{}] } }],
  ['a printed form without its id', { ...saved, given: [marks] }],
  ['no list of printed forms', { ...saved, given: undefined }],
  ['no time', { ...saved, made: Number.NaN }],
])('what has %s is none', (_, value) => {
  expect(isSavedForm(value)).toBe(false);
});
