import { expect, test } from 'vitest';
import type { CorrectionStore } from '#web/corrections/correctionStore';
import { Corrections } from '#web/corrections/corrections.svelte';
import type { Row } from '#web/sheets/row';
import { Table } from '#web/sheets/table.svelte';
import { FakeRowStore, picture } from './rows';

const correctionStore: CorrectionStore = {
  read: async () => [],
  save: async () => {},
  remove: async () => {},
};

async function tableOf(store = new FakeRowStore()) {
  const corrections = new Corrections(correctionStore);
  const table = new Table(corrections, store);
  await table.add(picture('a.png', '123', '7'));
  return { table, corrections, store, first: table.rows[0] as Row };
}

test('a picture adds a row per line, and the next page restores them', async () => {
  const { table, corrections, store } = await tableOf();
  expect(table.rows.map(({ text, place }) => [text, place.row])).toEqual([
    ['123', 1],
    ['7', 2],
  ]);
  const next = new Table(corrections, store);
  await next.start();
  expect(next.rows).toEqual(table.rows);
  expect((await next.cutOutOf(next.rows[0]?.id ?? ''))?.images).toHaveLength(3 * 784);
});

test('a correction is stored, and its digits are added to the corrections', async () => {
  const { table, corrections, store, first } = await tableOf();
  await table.check(first, '128');
  expect(table.rows[0]).toMatchObject({ text: '128', read: '123', checked: true });
  expect(corrections.all.map(({ name, image }) => [name, image[0]])).toEqual([['8', 3]]);
  expect(store.rows.get(first.id)?.text).toBe('128');
});

test('undo restores the row and removes what was learned from it', async () => {
  const { table, corrections, store, first } = await tableOf();
  await table.check(first, '128');
  table.restore(first);
  expect(table.rows[0]).toEqual(first);
  expect(corrections.all).toEqual([]);
  await table.add(picture('b.png'));
  expect(store.rows.get(first.id)).toEqual(first);
});

test('correcting a row again replaces what was learned from it', async () => {
  const { table, corrections, first } = await tableOf();
  await table.check(first, '128');
  await table.check(first, '123');
  expect(corrections.all).toEqual([]);
});

test('if the browser denies storage, the rows are marked unsaved and last as long as the page', async () => {
  const store = new FakeRowStore();
  store.denied = true;
  const { table, first } = await tableOf(store);
  expect([table.unsaved, table.rows.length]).toEqual([true, 2]);
  expect(await table.cutOutOf(first.id)).not.toBeNull();
});

test('the cells of a form are stored as rows with their field, page and reason', async () => {
  const { table, corrections, store } = await tableOf();
  const form = { id: 'ABC', name: 'Marks', page: 2, rows: 40 };
  const { lines } = picture('b.png', '17', '3');
  const cells = lines.map((line, at) => ({
    ...{ ...line, field: ['Points', 'Mark'][at] ?? '', row: 28 },
    reason: at === 0 ? null : ('faint mark' as const),
  }));
  await table.add({ path: 'b.png', form, lines: cells });
  expect(table.rows.slice(2).map(({ place, cell }) => [place.field, place.row, cell])).toEqual([
    ['Points', 28, { ...form, column: 0, reason: null }],
    ['Mark', 28, { ...form, column: 1, reason: 'faint mark' }],
  ]);
  const next = new Table(corrections, store);
  await next.start();
  expect(next.rows).toEqual(table.rows);
});

test('all rows of a picture can be removed', async () => {
  const { table, store, first } = await tableOf();
  await table.add(picture('b.png', '5'));
  await table.removePicture(first.taken);
  expect(table.rows.map(({ text }) => text)).toEqual(['5']);
  expect([store.rows.size, store.cutOuts.size]).toEqual([1, 1]);
});

test('starting over leaves nothing behind', async () => {
  const { table, store } = await tableOf();
  await table.clear();
  expect([table.rows.length, store.rows.size, store.cutOuts.size]).toEqual([0, 0, 0]);
});
