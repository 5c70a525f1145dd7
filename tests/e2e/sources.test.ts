// Data in every form: archives, pictures in folders, IDX, several files, own drawings.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, open, runIs, validationAccuracy } from './browser';
import { calculatorDigit, trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { enlarged, png } from './png';

const inverted = (pixels: number[]) => pixels.map((grey) => 255 - grey);

/** Returns pictures in folders named after digits: in MNIST's format, dark on light, and of another size. */
function pictures(count: number): Zippable {
  const files: Zippable = {};
  for (let at = 0; at < count; at++) {
    const digit = at % 10;
    const pixels = calculatorDigit(digit, Math.floor(at / 10));
    files[`digits/${digit}/${at}.png`] =
      at % 50 === 49
        ? png(enlarged(inverted(pixels), 3), 84)
        : png(at % 2 === 0 ? pixels : inverted(pixels));
  }
  return files;
}

const many = written('digits.zip', zipSync(pictures(5000), { level: 0 }));

const summary = (page: Page) => page.getByTestId('data-summary');
const loaded = (page: Page, images: string, timeout = 30_000) =>
  summary(page).getByText(`${images}\u00a0image`).waitFor({ timeout });

async function summaryText(page: Page): Promise<string> {
  const text = (await page.getByTestId('error').textContent()) ?? '';
  await page.getByRole('button', { name: 'Dismiss' }).click();
  return text;
}

const words = (...all: number[]) =>
  all.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
const idxImages = (count: number) =>
  Uint8Array.from([
    ...words(0x803, count, 28, 28),
    ...Array.from({ length: count }, (_, at) => calculatorDigit(at % 10, at)).flat(),
  ]);
const idxLabels = (count: number) =>
  Uint8Array.from([...words(0x801, count), ...Array.from({ length: count }, (_, at) => at % 10)]);

/** Drops files with these names and bytes, as from the desktop. */
async function drop(page: Page, files: [name: string, bytes: Uint8Array][]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (all) => {
      const dropped = new DataTransfer();
      for (const [name, bytes] of all) {
        dropped.items.add(new File([Uint8Array.from(bytes)], name));
      }
      return dropped;
    },
    files.map(([name, bytes]) => [name, [...bytes]] as [string, number[]]),
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
}

describe('a zip archive', () => {
  test('of 5,000 pictures in folders is read within seconds, and trains', async () => {
    const page = await open({ view: 'train' });
    const begun = Date.now();
    await page.getByTestId('data-file').setInputFiles(many);
    await loaded(page, '5,000', 120_000);
    console.log(`5,000 pictures were read in ${Date.now() - begun} ms`);
    await page.getByText(/100\sresized to 28\s×\s28/).waitFor();
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    expect(await validationAccuracy(page)).toBeGreaterThan(0.8);
  }, 180_000);

  test('can be cancelled, and the previous data stay', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('data-file').setInputFiles(written('small.csv', trainCsv(20)));
    await loaded(page, '20');
    await page.getByTestId('data-file').setInputFiles(many);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('small.csv').waitFor();
    expect(await summary(page).textContent()).toContain('20');
    expect(await page.getByTestId('error').count()).toBe(0);
  });

  test('lists files that aren’t pictures of digits, and accepts tables', async () => {
    const page = await open({ view: 'train' });
    const mixed = zipSync({
      ...pictures(20),
      'digits/3/damaged.png': png(calculatorDigit(3, 0)).subarray(0, 60),
      'digits/4/blank.png': png(new Array<number>(784).fill(255)),
      'digits/cats/1.png': png(calculatorDigit(1, 0)),
      '__MACOSX/3/._0.png': Uint8Array.of(1, 2, 3, 4),
      'train.csv': new TextEncoder().encode(trainCsv(30)),
    });
    await page.getByTestId('data-file').setInputFiles(written('mixed.zip', mixed));
    await loaded(page, '50');
    const leftOut = page.getByTestId('skipped-files');
    await leftOut.locator('summary').click();
    const skippedFiles = (await leftOut.locator('li').allInnerTexts()).sort();
    expect(skippedFiles).toEqual([
      expect.stringMatching(/3\/damaged\.png .*can’t be opened/),
      expect.stringMatching(/4\/blank\.png Nothing to read was found/),
      expect.stringMatching(/cats\/1\.png No label was found/),
    ]);
  });

  test('without labels is read as unlabelled data', async () => {
    const page = await open({ view: 'train' });
    const cats = zipSync({ 'cats/1.png': png(calculatorDigit(1, 0)) });
    await page.getByTestId('data-file').setInputFiles(written('cats.zip', cats));
    await summary(page).getByText('no labels').waitFor();
  });
});

test('reads a gzip file of several members with trailing zeros', async () => {
  const page = await open({ view: 'train' });
  const [header = '', ...rows] = trainCsv(4000).split('\n');
  const members = [[header, ...rows.slice(0, 2500)].join('\n'), '\n', rows.slice(2500).join('\n')];
  const packed = Buffer.concat([...members.map((part) => gzipSync(part)), new Uint8Array(512)]);
  await page.getByTestId('data-file').setInputFiles(written('members.csv.gz', packed));
  await loaded(page, '4,000');
});

describe('several files', () => {
  test('of IDX are matched when dropped in any order', async () => {
    const page = await open({ view: 'train' });
    await drop(page, [
      ['train-labels-idx1-ubyte', idxLabels(60)],
      ['train-images-idx3-ubyte.gz', gzipSync(idxImages(60))],
    ]);
    await loaded(page, '60');
    await page.getByText('images with their labels').waitFor();
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
  });

  test('form one dataset, and further ones are added or refused by name', async () => {
    const page = await open({ view: 'train' });
    const [one, two, three] = [20, 30, 40].map((images) =>
      written(`part${images}.csv`, trainCsv(images)),
    ) as [string, string, string];
    await page.getByTestId('data-file').setInputFiles([one, two]);
    await loaded(page, '50');
    await page.getByText('part20.csv and 1 more').waitFor();
    await page.getByTestId('data-add').setInputFiles(three);
    await loaded(page, '90');
    const labels = written('labels', idxLabels(7));
    await page.getByTestId('data-add').setInputFiles([one, labels]);
    expect(await summaryText(page)).toMatch(
      /labels: There are no images for these 7.labels.*still loaded/,
    );
    expect(await summary(page).textContent()).toContain('90');
  });

  test('labels added to unlabelled images become theirs', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('data-file').setInputFiles(written('images', idxImages(12)));
    await page.getByTestId('data-unlabelled').waitFor();
    await page.getByTestId('data-add').setInputFiles(written('labels', idxLabels(12)));
    await summary(page).getByText('10\u00a0classes').waitFor();
  });

  test('in a folder take their labels from its subfolders', async () => {
    const page = await open({ view: 'train' });
    const folder = mkdtempSync(join(tmpdir(), 'inkling-pictures-'));
    for (const [path, bytes] of Object.entries(pictures(40))) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), bytes as Uint8Array);
    }
    await page.getByTestId('data-folder').setInputFiles(folder);
    await loaded(page, '40');
    await summary(page).getByText('10\u00a0classes').waitFor();
  });
});

test('corrections are used as training data, alone or with other data', async () => {
  const page = await open();
  await write(page, seven);
  await answer(page);
  await page.keyboard.press('2');
  await expect.poll(() => answer(page)).toBe('2');
  await goTo(page, 'train');
  await page.getByTestId('data-corrections').click();
  await loaded(page, '1');
  await page.getByTestId('data-sample').click();
  await loaded(page, '4,000');
  await page.getByTestId('data-corrections').click();
  await loaded(page, '4,001');
});
