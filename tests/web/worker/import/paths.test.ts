import { expect, test } from 'vitest';
import { isClutter } from '#web/worker/import/paths';

test('system files and folder entries are clutter', () => {
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
