import { expect, test } from 'vitest';
import { samePages } from '#web/sheets/samePages';
import { type CellChanges, cellRow } from './cells';

/** A page with a text in each row. */
const page = (texts: string, changes: CellChanges) =>
  [...texts].map((text, at) => cellRow('Points', text.trim(), { row: at + 1, ...changes }));

test('a page that is read nearly the same as before is the same, and named with the earlier picture', () => {
  const rows = [...page('1234567 9', { taken: 1 }), ...page('1234561 9', { taken: 2 })];
  expect(samePages(rows)).toEqual([
    { taken: 2, picture: '2.jpg', earlier: '1.jpg', form: 'Marks', page: 1 },
  ]);
});

test('another copy of a page, filled in otherwise, is another', () => {
  expect(samePages([...page('123', { taken: 1 }), ...page('173', { taken: 2 })])).toEqual([]);
});

test('other pages, other forms and empty copies are no repetition', () => {
  const rows = [
    ...page('123', { taken: 1 }),
    ...page('123', { taken: 2, page: 2 }),
    ...page('123', { taken: 3, id: 'XYZ', name: 'Meters' }),
    ...page('   ', { taken: 4, page: 3 }),
    ...page('   ', { taken: 5, page: 3 }),
  ];
  expect(samePages(rows)).toEqual([]);
});

test('a third photo is told, too', () => {
  const rows = [1, 2, 3].flatMap((taken) => page('123', { taken }));
  expect(samePages(rows).map(({ taken }) => taken)).toEqual([2, 3]);
});
