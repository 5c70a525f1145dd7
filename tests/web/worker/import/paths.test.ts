import { expect, test } from 'vitest';
import { isClutter, labelOf } from '#web/worker/import/paths';

test('the nearest folder that is a digit labels a picture', () => {
  expect(labelOf('7/abc.png')).toBe(7);
  expect(labelOf('train/0/abc.png')).toBe(0);
  expect(labelOf('3/old/abc.png')).toBe(3);
  expect(labelOf('3/4/abc.png')).toBe(4);
  expect(labelOf('digits\\9\\abc.png')).toBe(9);
});

test('other names label nothing', () => {
  for (const path of ['abc.png', '7.png', 'seven/a.png', '10/a.png', '07/a.png', '٣/a.png', '5']) {
    expect(labelOf(path), path).toBe(null);
  }
});

test('what systems leave behind, and folders themselves, are clutter', () => {
  const clutter = [
    '__MACOSX/7/._a.png',
    '7/.DS_Store',
    '.git/7/a.png',
    '7/',
    'Thumbs.db',
    '7/desktop.ini',
  ];
  for (const path of clutter) expect(isClutter(path), path).toBe(true);
  for (const path of ['7/a.png', '../7/a.png', 'a', './a.csv'])
    expect(isClutter(path), path).toBe(false);
});
