// Archives and folders of arrays and pictures, read by the real engine.
import { crc32, gzipSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { digitNames } from '#web/shared/classes';
import {
  type Digits,
  idxImages,
  idxLabels,
  joined,
  npyImages,
  npyLabels,
  plainTable,
  qmnistLabels,
  text,
} from '../../digits';
import { chosen } from '../../fakeEngine';
import {
  digits,
  expectDigits,
  imported,
  importedFile,
  inFolder,
  picture,
  refusalOf,
} from './realImport';

const zip = (files: Zippable) => chosen(zipSync(files, { level: 1 }), 'digits.zip');

const numbers = (...all: [bytes: 2 | 4 | 8, value: number][]) =>
  joined(
    ...all.map(([bytes, value]) => {
      const view = new DataView(new ArrayBuffer(8));
      view.setUint32(0, value, true);
      return new Uint8Array(view.buffer, 0, bytes);
    }),
  );

/** As numpy.savez() writes it: each file's sizes precede it as 64-bit numbers. */
function npz(files: Record<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const [crc, size] = [crc32(bytes), bytes.length];
    const extra = numbers([2, 1], [2, 16], [8, size], [8, size]);
    const local = joined(
      numbers([4, 0x04034b50], [2, 45], [2, 0], [2, 0], [4, 0], [4, crc]),
      numbers([4, 0xffffffff], [4, 0xffffffff], [2, name.length], [2, extra.length]),
      text(name),
      extra,
      bytes,
    );
    directory.push(
      numbers([4, 0x02014b50], [2, 45], [2, 45], [2, 0], [2, 0], [4, 0], [4, crc]),
      numbers([4, size], [4, size], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0]),
      numbers([4, 0], [4, offset]),
      text(name),
    );
    parts.push(local);
    offset += local.length;
  }
  const entries = Object.keys(files).length;
  const length = joined(...directory).length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries], [2, entries]);
  return joined(...parts, ...directory, end, numbers([4, length], [4, offset], [2, 0]));
}

const part = ({ images, labels }: Digits, first: number, last: number): Digits => ({
  images: images.slice(first, last),
  labels: labels.slice(first, last),
});

describe('arrays', () => {
  test('of NumPy are read from single files and from an .npz', async () => {
    const [train, held] = [part(digits, 0, 150), part(digits, 150, 200)];
    expectDigits(
      await imported([chosen(npyLabels(digits), 'y.npy'), chosen(npyImages(digits), 'x.npy')]),
    );
    const files = {
      'x_test.npy': npyImages(held),
      'x_train.npy': npyImages(train),
      'y_test.npy': npyLabels(held),
      'y_train.npy': npyLabels(train),
    };
    const both = {
      images: [...held.images, ...train.images],
      labels: [...held.labels, ...train.labels],
    };
    expectDigits(await importedFile(npz(files), 'mnist.npz'), both);
    expectDigits(await imported([zip(files)]), both);
  });

  test('of QMNIST have integer labels', async () => {
    const result = await imported([
      chosen(idxImages(digits), 'qmnist-test-images-idx3-ubyte'),
      chosen(gzipSync(qmnistLabels(digits)), 'qmnist-test-labels-idx2-int.gz'),
    ]);
    expectDigits(result);
  });

  test('that torchvision left compressed and uncompressed are used once', async () => {
    const [images, labels] = [idxImages(digits), idxLabels(digits)];
    const raw = {
      'raw/t10k-images-idx3-ubyte': images,
      'raw/t10k-images-idx3-ubyte.gz': new Uint8Array(gzipSync(images)),
      'raw/t10k-labels-idx1-ubyte': labels,
      'raw/t10k-labels-idx1-ubyte.gz': new Uint8Array(gzipSync(labels)),
    };
    for (const sources of [[zip(raw)], Object.entries(raw).map((file) => inFolder(...file))]) {
      const result = await imported(sources);
      expect(result.skipped.first.map(({ path }) => path.replace(/^digits\.zip\//, ''))).toEqual([
        'raw/t10k-images-idx3-ubyte.gz',
        'raw/t10k-labels-idx1-ubyte.gz',
      ]);
      expectDigits({ ...result, skipped: { count: 0, first: [] } });
    }
  });
});

describe('pictures', () => {
  const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const pictures = (path: (label: number, at: number) => string): Zippable =>
    Object.fromEntries(
      digits.images.map((image, at) => [path(digits.labels[at] ?? 0, at), picture(image)]),
    );

  test.each<[string, Zippable]>([
    ['folders named after digits', pictures((label, at) => `train/${label}/a${at}.png`)],
    ['folders named with words', pictures((label, at) => `train/${words[label]}/a${at}.png`)],
    ['their names', pictures((label, at) => `train/${label}_${String(at).padStart(4, '0')}.png`)],
    [
      'a table next to them',
      {
        ...pictures((_, at) => `train/a${at}.png`),
        'train/labels.csv': text(
          ['file,label', ...digits.labels.map((label, at) => `a${at}.png,${label}`)].join('\n'),
        ),
      },
    ],
  ])('are labelled by %s', async (_, files) => {
    const { labels, summary, skipped } = await imported([zip(files)]);
    expect([...labels].sort()).toEqual([...digits.labels].sort());
    expect(summary.format).toBe('pictures');
    expect(skipped.count).toBe(0);
  });

  test('without a label are skipped next to labelled ones', async () => {
    const image = picture(digits.images[0] ?? new Uint8Array());
    const { labels, skipped } = await imported([
      zip({ '3/a.png': image, 'cats/a.png': image, '4/a.png': image }),
    ]);
    expect([...labels]).toEqual([3, 4]);
    expect(skipped.first).toMatchObject([
      { path: 'digits.zip/cats/a.png', kind: 'engine', message: /which digit/ },
    ]);
  });

  test('without a label are skipped next to a labelled table', async () => {
    const image = picture(digits.images[0] ?? new Uint8Array());
    const result = await imported([
      zip({ 'train.csv': plainTable(digits), 'screenshot.png': image }),
    ]);
    expect([...result.labels]).toEqual(digits.labels);
    expect(result.skipped.count).toBe(1);
  });

  test('without any labels are images to predict, with their names as ids', async () => {
    const image = picture(digits.images[0] ?? new Uint8Array());
    let submission = '';
    const { summary } = await imported(
      [inFolder('a/x.png', image), inFolder('a/y.png', image)],
      (data) => {
        submission = data.submission(Uint8Array.of(7, 8), [...digitNames]);
      },
    );
    expect(summary.labelled).toBe(false);
    expect(submission).toBe('ImageId,Label\na/x.png,7\na/y.png,8\n');
  });
});

test('a table of labels alone asks for its pictures', async () => {
  const labels = text('file,label\na.png,3\nb.png,4\n');
  expect(await refusalOf(chosen(labels, 'labels.csv'))).toMatch(/Choose the pictures with it/);
});

test('a PyTorch archive is recognised as such', async () => {
  const saved = { 'mnist/data.pkl': Uint8Array.of(0x80, 2), 'mnist/version': text('3\n') };
  expect(await refusalOf(zip(saved))).toBe('pytorch');
});
