import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe';
import { open, runIs } from './browser';
import { trainCsv, written } from './data';

const csv = written('runs.csv', trainCsv(300));

async function train(page: Page, epochs: number): Promise<void> {
  await page.getByTestId('epochs').fill(String(epochs));
  await page.getByTestId('train-start').click();
  await page.getByText(`Finished: ${epochs}`).waitFor();
  await runIs(page, 'finished');
}

/** Opens a page and trains twice. */
async function trainedTwice(options = {}): Promise<Page> {
  const page = await open({ view: 'train', ...options });
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText('300').waitFor();
  await train(page, 3);
  await train(page, 2);
  await expect.poll(() => page.getByTestId('run-row').count()).toBe(2);
  return page;
}

const epochsShown = (page: Page) =>
  page.getByTestId('run-row').locator('td:nth-child(6)').allTextContents();

test('runs are stored, sorted, renamed, compared, used for reading, repeated, removed and restored', async () => {
  const page = await trainedTwice();
  await page.getByTestId('sort-epochs').click();
  expect(await epochsShown(page)).toEqual(['3', '2']);
  await page.getByTestId('sort-epochs').click();
  expect(await epochsShown(page)).toEqual(['2', '3']);
  expect(await page.locator('th[aria-sort=ascending]').textContent()).toContain('Epochs');
  await page.getByTestId('run-name').first().fill('the short one');
  await page.getByTestId('run-name').first().press('Tab');
  for (const box of await page.getByTestId('run-compare').all()) await box.check();
  expect(await page.getByTestId('overlay-line').count()).toBe(2);
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('run-use').first().click();
  await page.getByTestId('model-in-use').getByText('trained here').waitFor();
  await page.getByTestId('epochs').fill('9');
  await page.getByTestId('run-again').last().click();
  await expect.poll(() => page.getByTestId('epochs').inputValue()).toBe('3');
  await page.reload();
  await expect.poll(() => page.getByTestId('run-row').count()).toBe(2);
  await page.getByTestId('sort-epochs').click();
  expect(await page.getByTestId('run-name').last().inputValue()).toBe('the short one');
  await page.getByTestId('run-remove').first().click();
  expect(await epochsShown(page)).toEqual(['2']);
  await page.getByTestId('runs-undo').click();
  await expect.poll(() => epochsShown(page)).toEqual(['3', '2']);
});

test('a run is saved to a file and loaded in another browser; other files are refused', async () => {
  const page = await trainedTwice();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('run-save').first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.inkling-run\.json$/);
  const text = readFileSync(await download.path());
  const other = await open({ view: 'train', phone: true });
  await other.getByTestId('run-file').setInputFiles(csv);
  await other.getByText('This isn’t a saved run').waitFor();
  await other.getByTestId('run-file').setInputFiles(written('one.inkling-run.json', text));
  await expect.poll(() => other.getByTestId('run-row').count()).toBe(1);
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await other.getByTestId('run-use').click();
  await other.getByTestId('model-in-use').getByText('trained here').waitFor();
});
