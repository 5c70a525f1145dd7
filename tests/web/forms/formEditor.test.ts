import { expect, test, vi } from 'vitest';
import { changed } from '#web/forms/fields';
import { FormEditor } from '#web/forms/formEditor.svelte';
import { EngineFailure } from '#web/protocol/failure';
import type { FormDraft } from '#web/protocol/forms';
import { completed, marks } from './forms';

/** Waits until pending promises have resolved. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

function editorOf(form: FormDraft = marks) {
  const make = vi.fn(async (draft: FormDraft) => ({ form: completed(draft), pages: ['<svg/>'] }));
  const save = vi.fn();
  return { editor: new FormEditor(form, { make, save }), make, save };
}

test('a form is made when it is opened and after each edit', async () => {
  const { editor, make, save } = editorOf();
  await settled();
  expect(editor.current?.name).toBe('Marks');
  editor.edit(changed(marks, { rows: 30 }));
  expect(editor.current).toBeNull();
  await settled();
  expect(editor.current?.rows).toBe(30);
  expect([make.mock.calls.length, save.mock.calls.length]).toEqual([2, 1]);
});

test('an invalid form is neither made nor saved, and the previous sheet stays', async () => {
  const { editor, make, save } = editorOf();
  await settled();
  editor.edit(changed(marks, { rows: Number.NaN }));
  await settled();
  expect([make.mock.calls.length, save.mock.calls.length]).toEqual([1, 0]);
  expect([editor.faults.rows, editor.current]).toEqual([true, null]);
  expect(editor.made?.form.rows).toBe(25);
});

test('an error of the engine is shown until the form changes', async () => {
  const { editor, make } = editorOf();
  make.mockRejectedValue(new EngineFailure('engine', 'The columns need 300 mm.'));
  editor.edit(changed(marks, { name: 'Wide' }));
  await settled();
  expect(editor.failure).toMatchObject({ message: 'The columns need 300 mm.' });
  editor.undo();
  expect(editor.failure).toBeNull();
});

test('typing a word is one undo step', async () => {
  const { editor } = editorOf();
  for (const name of ['C', 'Cl', 'Class']) editor.edit(changed(editor.form, { name }), 'name');
  editor.edit(changed(editor.form, { rows: 30 }), 'rows');
  editor.undo();
  expect(editor.form).toMatchObject({ name: 'Class', rows: 25 });
  editor.undo();
  expect([editor.form.name, editor.canUndo]).toEqual(['Marks', false]);
});
