import { describe, expect, test, vi } from 'vitest';
import { Forms } from '#web/forms/forms.svelte';
import { completed, FakeFormStore, marks, custom } from './forms';

const nobody = { call: vi.fn() };
const formsWith = (store = new FakeFormStore()) => ({ forms: new Forms(nobody, store), store });

/** Changes are stored one after the other. */
const stored = () => new Promise((resolve) => setTimeout(resolve));
const names = (forms: Forms) => forms.all.map(({ form }) => form.name);

describe('the forms', () => {
  test('are there again in the next page, in the order in which they were made', async () => {
    const { forms, store } = formsWith();
    forms.add(marks);
    forms.add(custom, [], new Blob(['picture']));
    await stored();
    const next = new Forms(nobody, store);
    await next.start();
    expect(next.all).toEqual(forms.all);
    expect(await (await next.blankOf(next.all[1]?.id ?? ''))?.text()).toBe('picture');
  });

  test('are copied with their blank sheet, under a name and an id of their own', async () => {
    const { forms } = formsWith();
    const first = forms.add({ ...custom, id: 'OWN' }, [completed(custom)], new Blob(['picture']));
    await forms.duplicate(first, 'Copy');
    const copy = forms.all[1];
    expect(copy?.form).toMatchObject({ name: 'Copy', fields: custom.fields });
    expect(copy?.form).not.toHaveProperty('id');
    expect(await (await forms.blankOf(copy?.id ?? ''))?.text()).toBe('picture');
  });

  test('that are removed are brought back to their place, with the blank sheet', async () => {
    const { forms, store } = formsWith();
    const first = forms.add(custom, [], new Blob(['picture']));
    forms.add(marks);
    forms.remove(first.id);
    await stored();
    expect([names(forms), store.forms.size, store.blanks.size]).toEqual([['Marks'], 1, 0]);
    forms.restore();
    await stored();
    expect([names(forms), store.forms.size, store.blanks.size]).toEqual([
      ['Sudoku', 'Marks'],
      2,
      1,
    ]);
    expect(forms.removed).toBeNull();
  });

  test('last as long as the page where the browser stores nothing', async () => {
    const { forms, store } = formsWith();
    store.denied = true;
    forms.add(marks);
    await stored();
    expect([forms.unsaved, names(forms)]).toEqual([true, ['Marks']]);
  });
});

describe('pictures are read by', () => {
  test('every form that was printed, also as it was before it was changed', () => {
    const { forms } = formsWith();
    const { id } = forms.add(marks);
    expect(forms.readable).toEqual([]);
    forms.give(id, completed(marks, 'FIRST'));
    forms.change(id, { form: { ...marks, rows: 30 } });
    forms.give(id, completed({ ...marks, rows: 30 }, 'SECOND'));
    forms.give(id, completed(marks, 'FIRST'));
    expect(forms.readable.map((form) => form.id)).toEqual(['SECOND', 'FIRST']);
  });

  test('the one custom form that was chosen, as it is placed now', () => {
    const { forms } = formsWith();
    const one = forms.add(custom);
    const other = forms.add(custom);
    forms.give(one.id, completed(custom, 'BEFORE'));
    forms.give(one.id, completed(custom, 'ONE'));
    forms.give(other.id, completed(custom, 'OTHER'));
    expect(forms.readable).toEqual([]);
    forms.chooseCustom(one.id);
    expect(forms.readable.map(({ id }) => id)).toEqual(['ONE']);
    forms.remove(one.id);
    expect(forms.readable).toEqual([]);
  });
});
