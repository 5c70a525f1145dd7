// Tables as written by spreadsheets, R, Weka and people, read by the real engine.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { digitNames } from '#web/shared/classes';
import {
  header,
  inverted,
  joined,
  pixelNames,
  plainTable,
  table,
  text,
  transposed,
} from '../../digits';
import { chosen } from '../../fakeEngine';
import { digits, expectDigits, imported, importedFile, refusalOf } from './realImport';

const oneHot = (label: number) => Array.from({ length: 10 }, (_, at) => Number(at === label));
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const arff = [
  '@relation mnist',
  ...pixelNames.map((name) => `@attribute ${name} real`),
  '@attribute class {0,1,2,3,4,5,6,7,8,9}',
  '@data',
];
const hotNames = oneHot(0).map((_, at) => `label_${at}`);

test.each<[string, Uint8Array]>([
  ['Excel’s line of the delimiter', table(digits, (p, l) => `${l},${p}`, 'sep=,', header)],
  ['commas at the ends of lines', table(digits, (p, l) => `${l},${p},`, `${header},`)],
  ['R’s header, one name short', table(digits, (p, l, at) => `"${at + 1}",${l},${p}`, header)],
  [
    'several index columns',
    table(digits, (p, l, at) => `${at},${at + 1},${l},${p}`, `Unnamed: 0.1,Unnamed: 0,${header}`),
  ],
  ['a title', table(digits, (p, l) => `${l},${p}`, 'MNIST of 2024', header)],
  [
    'pixels in one cell',
    table(digits, (p, l) => `${l},"${p.replaceAll(',', ' ')}"`, 'label,pixels'),
  ],
  ['ARFF', table(digits, (p, l) => `${p},${l}`, ...arff)],
  ['labels from 1 to 10', table(digits, (p, l) => `${l + 1},${p}`, header)],
  ['10 for 0', table(digits, (p, l) => `${l || 10},${p}`, header)],
  [
    'one-hot labels',
    table(digits, (p, l) => `${oneHot(l).join(',')},${p}`, [...hotNames, ...pixelNames].join(',')),
  ],
  ['words for labels', table(digits, (p, l) => `${words[l]},${p}`, header)],
])('reads a table with %s', async (_, bytes) => {
  expectDigits(await importedFile(bytes));
});

test('ARFF is named as such', async () => {
  const { summary } = await importedFile(table(digits, (p, l) => `${p},${l}`, ...arff));
  expect(summary.details).toMatch(/^ARFF, /);
});

describe('gzip', () => {
  const plain = plainTable(digits);
  const half = plain.indexOf(10, plain.length / 2) + 1;
  const members = joined(gzipSync(plain.subarray(0, half)), gzipSync(plain.subarray(half)));

  test.each<[string, Uint8Array]>([
    ['several members', members],
    ['trailing zeros', joined(gzipSync(plain), new Uint8Array(512))],
    ['nested gzip', gzipSync(gzipSync(plain))],
    ['several nested members', gzipSync(members)],
  ])('with %s is read completely', async (_, bytes) => {
    expectDigits(await importedFile(bytes, 'data.csv.gz'));
  });
});

describe('images that need an adjustment', () => {
  test('are detected if dark on light, and inverted', async () => {
    const source = chosen(plainTable(inverted(digits)));
    const before = await imported([source]);
    expect(before.summary).toMatchObject({ inverted: true, orientation: 'upright' });
    const after = await imported([source], (data) => data.invert());
    expect(after.summary.inverted).toBe(false);
    expectDigits(after);
  });

  test('are detected if rotated, and turned', async () => {
    const source = chosen(plainTable(transposed(digits)));
    const before = await imported([source]);
    expect(before.summary).toMatchObject({ inverted: false, orientation: 'transposed' });
    const after = await imported([source], (data) => data.transpose());
    expect(after.summary.orientation).toBe('upright');
    expectDigits(after);
  });

  test('are detected if both', async () => {
    const { summary } = await importedFile(plainTable(inverted(transposed(digits))));
    expect(summary).toMatchObject({ inverted: true, orientation: 'transposed' });
  });
});

test('ids of an unlabelled table become the submission’s', async () => {
  const named = table(digits, (p, _, at) => `img-${at},${p}`, ['id', ...pixelNames].join(','));
  let submission = '';
  await imported([chosen(named)], (data) => {
    submission = data.submission(Uint8Array.from(digits.labels), [...digitNames]);
  });
  expect(submission.split('\n').slice(0, 3)).toEqual([
    'ImageId,Label',
    `img-0,${digits.labels[0]}`,
    `img-1,${digits.labels[1]}`,
  ]);
});

test.each<[string, Uint8Array, RegExp]>([
  ['a web page', text('<!DOCTYPE html><html><body>Sign in</body></html>'), /web page.*sign-in/],
  [
    'a Git LFS pointer',
    text('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 76775041\n'),
    /Git LFS pointer.*git lfs pull/,
  ],
  ['a pickle', Uint8Array.of(0x80, 4, 0x95, 10, 0, 0, 0), /Python pickle/],
  ['an HDF5 file', joined(Uint8Array.of(0x89), text('HDF\r\n')), /HDF5 file/],
  ['a Parquet file', text('PAR1....PAR1'), /Parquet file/],
])('%s is refused by name', async (_, bytes, says) => {
  expect(await refusalOf(chosen(bytes, 'train.csv'))).toMatch(says);
});

describe('a file that is no table is judged by its name', () => {
  const text = new TextEncoder().encode('two,words\nand,more\n');
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 151) % 251);

  test.each([
    ['a.png', text, 'noPicture'],
    ['a.npz', text, 'notNumpy'],
    ['a.npz', noise, 'notNumpy'],
    ['a.zip', noise, 'zipDamaged'],
    ['a.docx', noise, 'document'],
    ['a.pdf', new TextEncoder().encode('%PDF-1.7\n'), 'document'],
  ])('%s', async (name, bytes, message) => {
    expect(await refusalOf(chosen(bytes, name))).toBe(message);
  });

  test('and a table keeps its own faults', async () => {
    expect(await refusalOf(chosen(text, 'a.csv'))).toContain('2 columns');
  });
});
