import { expect, test } from 'vitest';
import { duplicatePages } from '#web/sheets/duplicatePages';
import { type CellChanges, cellRow } from './cells';

/** A page with one character per row. */
const page = (texts: string, changes: CellChanges) =>
  [...texts].map((text, at) => cellRow('Points', text.trim(), { row: at + 1, ...changes }));

test('a page with nearly the same readings as an earlier one is a duplicate of it', () => {
  const rows = [...page('1234567 9', { taken: 1 }), ...page('1234561 9', { taken: 2 })];
  expect(duplicatePages(rows)).toEqual([
    { taken: 2, picture: '2.jpg', earlier: '1.jpg', form: 'Marks', page: 1 },
  ]);
});

test('two copies of a page with different readings are not duplicates', () => {
  expect(duplicatePages([...page('123', { taken: 1 }), ...page('173', { taken: 2 })])).toEqual([]);
});

test('other pages, other forms and empty copies are not duplicates', () => {
  const rows = [
    ...page('123', { taken: 1 }),
    ...page('123', { taken: 2, page: 2 }),
    ...page('123', { taken: 3, id: 'XYZ', name: 'Meters' }),
    ...page('   ', { taken: 4, page: 3 }),
    ...page('   ', { taken: 5, page: 3 }),
  ];
  expect(duplicatePages(rows)).toEqual([]);
});

test('a third photo is a duplicate, too', () => {
  const rows = [1, 2, 3].flatMap((taken) => page('123', { taken }));
  expect(duplicatePages(rows).map(({ taken }) => taken)).toEqual([2, 3]);
});
