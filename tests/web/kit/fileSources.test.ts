import { expect, test } from 'vitest';
import { dropped, sourcesOf } from '#web/kit/fileSources';

const file = (name: string) => new File(['x'], name);

type Tree = File | { [name: string]: Tree };

/** Simulates a browser's file or folder entry, which lists two entries at a time. */
function entry(name: string, tree: Tree, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (tree instanceof File) {
    const take = (resolve: (file: File) => void) => resolve(tree);
    return { isFile: true, isDirectory: false, name, fullPath, file: take } as never;
  }
  const createReader = () => {
    const left = Object.entries(tree).map(([inner, of]) => entry(inner, of, fullPath));
    return {
      readEntries: (resolve: (some: FileSystemEntry[]) => void) => resolve(left.splice(0, 2)),
    };
  };
  return { isFile: false, isDirectory: true, name, fullPath, createReader } as never;
}

function transfer(tree: { [name: string]: Tree }): DataTransfer {
  const items = Object.entries(tree).map(([name, of]) => ({
    webkitGetAsEntry: () => entry(name, of),
  }));
  const files = Object.values(tree).filter((one) => one instanceof File);
  return { items, files } as never;
}

test('dropped files are taken unchanged', async () => {
  const sources = await dropped(transfer({ 'a.csv': file('a.csv'), 'b.csv': file('b.csv') }));
  expect(sources.map(({ path, optional }) => [path, optional])).toEqual([
    ['a.csv', false],
    ['b.csv', false],
  ]);
});

test('a dropped folder yields all nested files, which may be skipped', async () => {
  const digits = {
    '7': { 'c.png': file('c.png'), 'a.png': file('a.png'), 'b.png': file('b.png') },
    '0': { 'a.png': file('a.png') },
  };
  const sources = await dropped(transfer({ digits, 'more.csv': file('more.csv') }));
  expect(sources.map(({ path, optional }) => [path, optional])).toEqual([
    ['digits/0/a.png', true],
    ['digits/7/a.png', true],
    ['digits/7/b.png', true],
    ['digits/7/c.png', true],
    ['more.csv', false],
  ]);
});

test('a folder may hold more files than a call has arguments', async () => {
  const one = entry('a.png', file('a.png'), '/digits/7');
  let left = [Array.from({ length: 200_000 }, () => one), []];
  const createReader = () => ({
    readEntries: (resolve: (some: FileSystemEntry[]) => void) => {
      const [some = [], ...more] = left;
      left = more;
      resolve(some);
    },
  });
  const folder = { isFile: false, isDirectory: true, name: 'digits', createReader };
  const items = [{ webkitGetAsEntry: () => folder }];
  expect(await dropped({ items, files: [] } as never)).toHaveLength(200_000);
});

test('entries that aren’t files yield nothing', async () => {
  expect(await dropped(null)).toEqual([]);
  expect(await dropped({ items: [{ webkitGetAsEntry: () => null }], files: [] } as never)).toEqual(
    [],
  );
});

test('files of a chosen folder keep their paths', () => {
  const inFolder = Object.defineProperty(file('a.png'), 'webkitRelativePath', {
    value: 'digits/7/a.png',
  });
  expect(sourcesOf([inFolder])).toEqual([
    { path: 'digits/7/a.png', file: inFolder, optional: true },
  ]);
});
