// The mistakes of a run, during and after it.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, open, runIs } from './browser';
import { shippedModel, testCsv, trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { trainOn } from './training';

const csv = written('mistakes.csv', trainCsv(300));

/** After one epoch on few images, there are many mistakes. */
async function trained(): Promise<Page> {
  const page = await open({ view: 'train', stillness: true });
  await trainOn(page, csv, { images: 300, epochs: 1 });
  await page.getByTestId('show-mistakes').click();
  return page;
}

const cells = (page: Page) => page.getByTestId('confusion').locator('tbody button');

const counts = async (page: Page) => (await cells(page).allTextContents()).map(Number);

const images = (page: Page, place: string) => page.getByTestId(place).getByRole('img');

/** Returns the confidences in the captions of these images. */
const confidencesOf = async (page: Page, place: string) => {
  const names = await images(page, place).evaluateAll((all) =>
    all.map((image) => image.getAttribute('aria-label') ?? ''),
  );
  return names.map((name) => Number(/([\d.]+)%/.exec(name)?.[1]));
};

/** Expects the focus to continue from a visible element. */
async function isBefore(page: Page, id: string): Promise<void> {
  const part = page.locator(`#${id}:focus`);
  await part.waitFor();
  await expect
    .poll(() => part.evaluate((it) => it.getBoundingClientRect().top / window.innerHeight))
    .toSatisfy((share: number) => share >= 0 && share < 0.7);
}

describe('a finished run', () => {
  test('leads to a test file, the pad, its mistakes and exports', async () => {
    const page = await trained();
    for (const step of ['test', 'mistakes', 'export']) {
      await page.getByTestId(`next-${step}`).focus();
      await page.keyboard.press('Enter');
      await isBefore(page, `part-${step}`);
    }
    await page.getByTestId('next-use').click();
    await page.getByTestId('pad').waitFor();
  });

  test('is tried on an empty pad, even if a picture was open', async () => {
    const page = await open();
    await write(page, seven);
    await page.getByTestId('examples').click();
    await page.getByTestId('example-chalk').click();
    await page.getByTestId('picture').waitFor();
    await goTo(page, 'train');
    await trainOn(page, csv, { images: 300, epochs: 1 });
    await page.getByTestId('next-use').click();
    await page.getByTestId('pad').waitFor();
    await page.getByText('stays on this device').waitFor();
    expect(await page.getByTestId('picture').count()).toBe(0);
    await page.getByTestId('undo').click();
    expect(await answer(page)).not.toBe('');
  });

  test('shows which model predicted the test file', async () => {
    const page = await open({ view: 'train', stillness: true });
    const by = page.getByTestId('answered-by');
    await by.getByText('Built-in').waitFor();
    await page.getByTestId('test-file').setInputFiles(written('twenty.csv', testCsv(20)));
    await page.getByTestId('submission').waitFor();
    expect(await page.getByTestId('predicted-first').count()).toBe(0); // no more to show
    expect(await by.count()).toBe(1);
    await trainOn(page, csv, { images: 300, epochs: 1 });
    await page.getByTestId('test-by').waitFor();
    expect(await by.first().textContent()).toContain('trained here');
    expect(await by.nth(1).textContent()).toContain('Built-in');
    await page.getByTestId('test-file').setInputFiles(written('more.csv', testCsv(21)));
    await page.getByTestId('predicted-first').waitFor();
    expect(await by.allTextContents()).toEqual([expect.stringContaining('trained here')]);
  });
});

describe('the mistakes of a run', () => {
  test('clicking or selecting a cell shows its images, most confident first', async () => {
    const page = await trained();
    const all = await counts(page);
    expect(all.reduce((sum, one) => sum + one, 0)).toBe(60);
    const most = all.indexOf(Math.max(...all));
    await cells(page).nth(most).click();
    await expect.poll(() => images(page, 'cell-images').count()).toBe(all[most]);
    const confidences = await confidencesOf(page, 'cell-images');
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    await page.getByTestId('cell-close').click();
    await cells(page).nth(most).focus();
    await page.keyboard.press(most % 10 === 9 ? 'ArrowLeft' : 'ArrowRight');
    await page.keyboard.press(most % 10 === 9 ? 'ArrowRight' : 'ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => images(page, 'cell-images').count()).toBe(all[most]);
  });

  test('are listed by class, as pairs, by loss and by confidence', async () => {
    const page = await trained();
    const all = await counts(page);
    const right = Array.from({ length: 10 }, (_, digit) => all[digit * 11] ?? 0);
    const zero = page.getByTestId('classes').locator('tbody tr').first();
    const recall = Number.parseFloat((await zero.locator('td').nth(1).textContent()) ?? '');
    expect(recall).toBeCloseTo((100 * (right[0] ?? 0)) / 6, 0);
    const wrong = 60 - right.reduce((sum, one) => sum + one, 0);
    expect(wrong).toBeGreaterThan(0);
    await expect.poll(() => images(page, 'worst').count()).toBe(Math.min(24, wrong));
    const pair = page.getByTestId('pairs').getByRole('button').first();
    const times = Number((await pair.textContent())?.trim().split(/\s/).at(-1));
    await pair.click();
    await expect.poll(() => images(page, 'cell-images').count()).toBe(times);
    await page.getByTestId('reliability').getByText('Expected calibration error').waitFor();
    await page.getByTestId('reliability').locator('summary').click();
    const rows = page.getByTestId('reliability').locator('tbody tr td:last-child');
    const inBins = (await rows.allTextContents()).map(Number);
    expect(inBins.reduce((sum, one) => sum + one, 0)).toBe(60);
  });

  test('are compared with those of the current model and of a file', async () => {
    const page = await trained();
    const compared = async () => {
      const kinds = ['bothRight', 'onlyFirst', 'onlySecond', 'bothWrong'];
      const values = kinds.map((kind) => page.getByTestId(`compared-${kind}`).textContent());
      return (await Promise.all(values)).map(Number);
    };
    await page.getByTestId('compare-in-use').click();
    await page.getByTestId('compared').waitFor();
    const withInUse = await compared();
    expect(withInUse.reduce((sum, one) => sum + one, 0)).toBe(60);
    const all = await counts(page);
    const right = Array.from({ length: 10 }, (_, digit) => all[digit * 11] ?? 0);
    expect((withInUse[0] ?? 0) + (withInUse[1] ?? 0)).toBe(
      right.reduce((sum, one) => sum + one, 0),
    );
    await page.getByTestId('comparison').getByText('McNemar').waitFor();
    await page.getByTestId('compare-file').setInputFiles(shippedModel);
    await page
      .getByTestId('comparison')
      .getByText('inkling.safetensors', { exact: true })
      .waitFor();
    expect(await compared()).toEqual(withInUse);
    await page.getByTestId('compare-file').setInputFiles(written('no.safetensors', 'no model'));
    await page.getByTestId('error').waitFor();
    expect(await compared()).toEqual(withInUse);
  });
});

test('during a run, shows the confusion matrix and current mistakes', async () => {
  const page = await open({ view: 'train' });
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText('300').waitFor();
  await page.getByTestId('epochs').fill('900');
  await page.getByTestId('train-start').click();
  const now = page.getByTestId('confusion-now').locator('tbody td');
  await page.getByTestId('show-snapshot').click();
  await now.first().waitFor();
  expect(await now.count()).toBe(100);
  const sum = (await now.allTextContents()).map(Number).reduce((all, one) => all + one, 0);
  expect(sum).toBe(60);
  await page.getByTestId('wrong-now').waitFor();
  await page.getByTestId('train-stop').click();
  await runIs(page, 'finished');
  expect(await page.getByTestId('confusion-now').count()).toBe(0);
});
