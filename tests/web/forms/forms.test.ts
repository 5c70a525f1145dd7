import { describe, expect, test, vi } from 'vitest';
import { Forms } from '#web/forms/forms.svelte';
import { completed, custom, FakeFormStore, marks } from './forms';

const engine = { call: vi.fn() };
const formsWith = (store = new FakeFormStore()) => ({ forms: new Forms(engine, store), store });

/** Waits until all changes are stored. */
const stored = () => new Promise((resolve) => setTimeout(resolve));
const names = (forms: Forms) => forms.all.map(({ form }) => form.name);

describe('the forms', () => {
  test('are restored by the next page, oldest first, with their blank sheets', async () => {
    const { forms, store } = formsWith();
    forms.add(marks);
    forms.add(custom, [], new Blob(['picture']));
    await stored();
    const next = new Forms(engine, store);
    await next.start();
    expect(next.all).toEqual(forms.all);
    expect(await (await next.blankOf(next.all[1]?.id ?? ''))?.text()).toBe('picture');
  });

  test('are duplicated with their blank sheet, under a new name and id', async () => {
    const { forms } = formsWith();
    const first = forms.add({ ...custom, id: 'OWN' }, [completed(custom)], new Blob(['picture']));
    await forms.duplicate(first, 'Copy');
    const copy = forms.all[1];
    expect(copy?.form).toMatchObject({ name: 'Copy', fields: custom.fields });
    expect(copy?.form).not.toHaveProperty('id');
    expect(await (await forms.blankOf(copy?.id ?? ''))?.text()).toBe('picture');
  });

  test('are restored to their place, with the blank sheet, after they were removed', async () => {
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
    expect(forms.lastRemoved).toBeNull();
  });

  test('last as long as the page if the browser denies storage', async () => {
    const { forms, store } = formsWith();
    store.denied = true;
    forms.add(marks);
    await stored();
    expect([forms.unsaved, names(forms)]).toEqual([true, ['Marks']]);
  });
});

describe('pictures are read as', () => {
  test('all versions of printed forms, latest last', () => {
    const { forms } = formsWith();
    const { id } = forms.add(marks);
    expect(forms.readable).toEqual([]);
    forms.addVersion(id, completed(marks, 'FIRST'));
    forms.change(id, { form: { ...marks, rows: 30 } });
    forms.addVersion(id, completed({ ...marks, rows: 30 }, 'SECOND'));
    forms.addVersion(id, completed(marks, 'FIRST'));
    expect(forms.readable.map((form) => form.id)).toEqual(['SECOND', 'FIRST']);
  });

  test('the latest version of the selected custom form only', () => {
    const { forms } = formsWith();
    const one = forms.add(custom);
    const other = forms.add(custom);
    forms.addVersion(one.id, completed(custom, 'BEFORE'));
    forms.addVersion(one.id, completed(custom, 'ONE'));
    forms.addVersion(other.id, completed(custom, 'OTHER'));
    expect(forms.readable).toEqual([]);
    forms.chooseCustom(one.id);
    expect(forms.readable.map(({ id }) => id)).toEqual(['ONE']);
    forms.remove(one.id);
    expect(forms.readable).toEqual([]);
  });
});
