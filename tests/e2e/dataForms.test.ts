// Training and test data in unusual forms, such as inverted images: the page detects them and offers a fix.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  type Digits,
  drawnDigits,
  inverted,
  pixelNames,
  plainTable,
  table,
  transposed,
} from '../web/digits';
import { realTrainingEngine } from '../web/realEngine';
import { open, runIs } from './browser';
import { written } from './data';
import { png } from './png';

const digits = drawnDigits(await realTrainingEngine(), 200);
const ids = (of: Digits) =>
  table(of, (pixels, _, at) => `digit-${at},${pixels}`, ['id', ...pixelNames].join(','));

async function load(page: Page, name: string, bytes: Uint8Array, images = '200'): Promise<void> {
  await page.getByTestId('data-file').setInputFiles(written(name, bytes));
  await page.getByTestId('data-summary').getByText(`${images}\u00a0image`).waitFor();
}

const notice = (page: Page, text: string) =>
  page.getByTestId('data-appearance').getByText(text).waitFor();

/** The pixels of the first picture in this part of the page, as a data URL. */
const shown = (page: Page, testid: string) =>
  page
    .getByTestId(testid)
    .locator('canvas')
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** Presses a button, and waits until every picture of the data has changed. */
async function changes(page: Page, press: string): Promise<void> {
  const parts = ['mean', 'augment-preview', 'gallery'];
  const before = await Promise.all(parts.map((part) => shown(page, part)));
  await page.getByTestId(press).click();
  for (const [at, part] of parts.entries()) {
    await expect.poll(() => shown(page, part)).not.toBe(before[at]);
  }
}

describe('training images', () => {
  test('that are dark on light are inverted and restored in one click each', async () => {
    const page = await open({ view: 'train' });
    await load(page, 'dark.csv', plainTable(inverted(digits)));
    await notice(page, 'These images are dark on light. Inkling expects light on dark.');
    await page.getByTestId('augment').check();
    await page.getByTestId('all-images').click();
    await changes(page, 'data-invert');
    await notice(page, 'Images inverted.');
    await changes(page, 'data-invert');
    await notice(page, 'These images are dark on light.');
    await page.getByTestId('data-invert').click();
    await notice(page, 'Images inverted.');
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    await load(page, 'light.csv', plainTable(digits));
    expect(await page.getByTestId('data-appearance').count()).toBe(0);
  });

  test('that are rotated are turned upright', async () => {
    const page = await open({ view: 'train' });
    await load(page, 'emnist.csv', plainTable(transposed(digits)));
    await notice(page, 'These images are sideways, as in EMNIST.');
    await page.getByTestId('augment').check();
    await page.getByTestId('all-images').click();
    await changes(page, 'data-transpose');
    await notice(page, 'Images rotated upright.');
  });

  test('of a single digit show a warning before training', async () => {
    const page = await open({ view: 'train' });
    const sevens = digits.images.filter((_, at) => digits.labels[at] === 7);
    const only = { images: sevens, labels: sevens.map(() => 7) };
    await load(page, 'sevens.csv', plainTable(only), String(sevens.length));
    const sentence = 'No images of 0, 1, 2, 3, 4, 5, 6, 8, and 9.';
    await page.getByTestId('data-missing').getByText(sentence).waitFor();
    await page.getByTestId('run-missing').getByText(sentence).waitFor();
    await page.getByTestId('data-add').setInputFiles(written('all.csv', plainTable(digits)));
    await page.getByTestId('data-missing').waitFor({ state: 'detached' });
    expect(await page.getByTestId('run-missing').count()).toBe(0);
  });

  test('in a folder get their labels from the table next to them', async () => {
    const page = await open({ view: 'train' });
    const folder = mkdtempSync(join(tmpdir(), 'inkling-labelled-'));
    const lines = digits.labels.slice(0, 40).map((label, at) => {
      writeFileSync(join(folder, `a${at}.png`), png([...(digits.images[at] ?? [])]));
      return `a${at}.png,${label}`;
    });
    writeFileSync(join(folder, 'labels.csv'), ['file,label', ...lines].join('\n'));
    await page.getByTestId('data-folder').setInputFiles(folder);
    await page.getByTestId('data-summary').getByText('40\u00a0images').waitFor();
    await page.getByText('labelled by a table').waitFor();
    expect(await page.getByTestId('skipped-files').count()).toBe(0);
  });
});

describe('a test file', () => {
  async function submission(page: Page): Promise<string[]> {
    const saving = page.waitForEvent('download');
    await page.getByTestId('submission').click();
    return readFileSync(await (await saving).path(), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1);
  }

  const right = (lines: string[]) =>
    lines.filter((line, at) => line === `digit-${at},${digits.labels[at]}`).length;

  test('keeps its row ids, and is predicted again after inverting', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('model-in-use').waitFor();
    await page.getByTestId('test-file').setInputFiles(written('test.csv', ids(inverted(digits))));
    await page.getByTestId('test-appearance').getByText('dark on light').waitFor();
    expect(right(await submission(page))).toBeLessThan(100);
    await page.getByTestId('test-invert').click();
    await page.getByTestId('test-appearance').getByText('Images inverted.').waitFor();
    expect(right(await submission(page))).toBeGreaterThan(150);
  });
});
