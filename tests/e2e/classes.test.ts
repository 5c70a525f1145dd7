// Classes other than the ten digits: words, and a hundred of them.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe';
import { open, runIs } from './browser';
import { calculatorDigit, namedCsv, testCsv, written } from './data';
import { answer, seven, write } from './handwriting';

const animals = ['cat', 'dog', 'fox'];
const words = written(
  'animals.csv',
  namedCsv(240, (at) => ({
    name: animals[at % 3] ?? '',
    pixels: calculatorDigit(at % 3, Math.floor(at / 3)),
  })),
);

/** Returns a square of ink at one of a hundred positions. */
function spot(place: number, at: number): number[] {
  const pixels = new Array<number>(784).fill(0);
  const [row, column] = [Math.floor(place / 10), place % 10].map((step) => 2 * step + 4);
  for (const [down, across] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    pixels[((row ?? 0) + down) * 28 + (column ?? 0) + across] = 200 + ((at * 7) % 50);
  }
  return pixels;
}

const hundred = written(
  'hundred.csv',
  namedCsv(600, (at) => ({
    name: `symbol ${String(at % 100).padStart(2, '0')}`,
    pixels: spot(at % 100, at),
  })),
);

async function train(page: Page, file: string, classes: number, epochs: number): Promise<void> {
  await page.getByTestId('data-file').setInputFiles(file);
  await page.getByTestId('data-summary').getByText(`${classes} classes`).waitFor();
  await page.getByTestId('epochs').fill(String(epochs));
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished');
}

const cell = (page: Page) => page.getByTestId('cell-images').getByRole('heading');

test('trains on word labels, shows the words in results and reads with them', async () => {
  const page = await open({ view: 'train', stillness: true });
  await train(page, words, 3, 12);
  const confusion = page.getByTestId('confusion');
  expect(await confusion.locator('tbody th').allTextContents()).toEqual(animals);
  await confusion.locator('tbody button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell(page).textContent()).toContain('cat read as dog');
  await page.getByTestId('test-file').setInputFiles(written('thirty.csv', testCsv(30)));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('submission').click(),
  ]);
  const submission = readFileSync(await download.path(), 'utf8');
  expect(submission).toMatch(/^ImageId,Label\r?\n1,cat\r?\n(\d+,(cat|dog|fox)\r?\n){29}$/);
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('model-use').click();
  await page.getByTestId('model-chip').click();
  const reads = page.getByTestId('model-reads');
  await expect.poll(() => reads.textContent()).toMatch(/^\s*Reads 3\sclasses: cat, dog, and fox/);
  await page.keyboard.press('Escape');
  await write(page, seven);
  await page.getByTestId('fix').waitFor();
  expect(await page.getByTestId('bars').locator('li .name').allTextContents()).toEqual(animals);
  await page.getByTestId('fix').click();
  await page.getByTestId('fix-name').fill('fo');
  await page.keyboard.press('Enter');
  await expect.poll(() => answer(page)).toBe('fox');
  expect(await violations(page)).toEqual([]);
});

test('repeating rare classes makes the model learn a rare class', async () => {
  const rare = written(
    'rare.csv',
    namedCsv(600, (at) => ({
      name: at % 30 ? 'often' : 'rare',
      pixels: calculatorDigit(at % 30 ? 8 : 6, at),
    })),
  );
  const readRight = async (balance: boolean) => {
    const page = await open({ view: 'train' });
    await page.getByTestId('preset').selectOption('article');
    await page.getByTestId('balance').setChecked(balance);
    await train(page, rare, 2, 2);
    const ofRare = page.getByTestId('confusion').locator('tbody tr').filter({ hasText: 'rare' });
    return Number(await ofRare.locator('td').last().textContent());
  };
  expect(await readRight(false)).toBe(0);
  expect(await readRight(true)).toBe(4);
});

test('renames and chooses classes in the data card, or shows why it can’t', async () => {
  const page = await open({ view: 'train', stillness: true });
  await page.getByTestId('data-file').setInputFiles(words);
  await page.getByTestId('data-summary').getByText('3 classes').waitFor();
  const names = page.getByTestId('histogram').locator('.name');
  expect(await names.allTextContents()).toEqual(animals);
  await page.getByTestId('choose-classes').click();
  const choose = async (text: string) => {
    await page.getByTestId('classes-field').fill(text);
    await page.getByTestId('classes-apply').click();
  };
  await choose('cat=pet, dog=pet, fox=wild');
  await expect.poll(() => names.allTextContents()).toEqual(['pet', 'wild']);
  await choose('cow, pig');
  await expect.poll(() => names.allTextContents()).toEqual(['cow', 'pig']); // all renamed
  await choose('a=b, c');
  await page.getByTestId('error').waitFor();
  expect(await names.allTextContents()).toEqual(['cow', 'pig']);
  expect(await violations(page)).toEqual([]);
});

test('scores a labelled test file, and refuses one with other classes', async () => {
  const page = await open({ view: 'train', stillness: true });
  await train(page, words, 3, 12);
  await page.getByTestId('test-file').setInputFiles(words);
  await page.getByTestId('test-score').getByText('of 240').waitFor();
  await page.getByTestId('test-file').setInputFiles(hundred);
  await page.getByText('symbol 00').waitFor();
});

test('trains on a hundred classes, whose confusion matrix works by keyboard', async () => {
  const page = await open({ view: 'train', stillness: true });
  await train(page, hundred, 100, 3);
  const confusion = page.getByTestId('confusion');
  expect(await confusion.locator('tbody tr').count()).toBe(100);
  await confusion.locator('tbody button').first().focus();
  for (const key of ['ArrowDown', 'End', 'PageDown']) await page.keyboard.press(key);
  const here = page.locator('[data-cell="11 99"]');
  await expect.poll(() => here.evaluate((it) => it === document.activeElement)).toBe(true);
  const frame = await confusion.locator('xpath=..').boundingBox();
  const at = await here.boundingBox();
  expect(at && frame && at.x >= frame.x && at.x + at.width <= frame.x + frame.width).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => cell(page).textContent()).toContain('symbol 11 read as symbol 99');
  await page.getByTestId('confusion-order').selectOption('confused');
  expect(await confusion.locator('tbody tr').count()).toBe(100);
});
