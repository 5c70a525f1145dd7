// The curves of a run: display settings and exports.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, runIs } from './browser';
import { trainCsv, written } from './data';
import { trainOn } from './training';

const csv = written('charts.csv', trainCsv(200));
const epochs = 4;

async function trained(): Promise<Page> {
  const page = await open({ view: 'train', stillness: true });
  await trainOn(page, csv, { images: 200, epochs });
  return page;
}

const drawn = (page: Page, measure = 'loss') =>
  page
    .getByTestId(`chart-${measure}`)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** Returns a completed download. */
async function downloadOf(page: Page, testid: string): Promise<{ name: string; content: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByTestId(testid).click();
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    content: readFileSync((await download.path()) as string),
  };
}

test('axis, log scale and smoothing change the curves and are remembered', async () => {
  const page = await trained();
  const before = await drawn(page);
  await page.getByTestId('chart-axis').selectOption('step');
  await expect.poll(() => drawn(page)).not.toBe(before);
  const bySteps = await drawn(page);
  await page.getByTestId('chart-axis').selectOption('time');
  await expect.poll(() => drawn(page)).not.toBe(bySteps);
  const byTime = await drawn(page);
  await page.getByTestId('chart-log').check();
  await expect.poll(() => drawn(page)).not.toBe(byTime);
  const logarithmic = await drawn(page);
  await page.getByTestId('chart-smoothing').focus();
  for (let times = 0; times < 12; times++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => drawn(page)).not.toBe(logarithmic);
  await page.getByText('Lines are smoothed').waitFor();
  await page.reload();
  await page.getByTestId('data-sample').click();
  await page.getByTestId('data-summary').getByText('4,000').waitFor();
  await page.getByTestId('train-start').click();
  await runIs(page, 'running');
  expect(await page.getByTestId('chart-axis').inputValue()).toBe('time');
  expect(await page.getByTestId('chart-smoothing').inputValue()).toBe('0.6');
  expect(await page.getByTestId('chart-log').isChecked()).toBe(true);
});

test('shows values by keyboard, by pointer and in a table', async () => {
  const page = await trained();
  const chart = page.getByTestId('chart-loss').getByRole('slider');
  await chart.focus();
  await page.keyboard.press('Home');
  const first = await chart.getAttribute('aria-valuetext');
  expect(first).toMatch(/^Epoch 0\.\d+, Batch \d/);
  await page.keyboard.press('End');
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/^Epoch 4, .*Validation \d/);
  await page.getByTestId('tab-train').focus();
  await page
    .getByTestId('chart-loss')
    .locator('.u-over')
    .hover({ position: { x: 2, y: 60 } });
  await expect.poll(() => chart.getAttribute('aria-valuetext')).toBe(first);
  await page.getByTestId('chart-table').locator('summary').click();
  const rows = page.getByTestId('chart-table').locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(epochs);
  const shown = await rows.last().locator('td').nth(3).textContent();
  await page.mouse.move(0, 0);
  await expect
    .poll(() => page.getByTestId('chart-loss').locator('.validation dd').textContent())
    .toBe(shown);
});

test('the table scrolls on a phone, and the page keeps its width', async () => {
  const page = await open({ view: 'train', phone: true });
  await trainOn(page, csv, { images: 200, epochs: 1 });
  await page.getByTestId('chart-table').locator('summary').click();
  await page.getByTestId('chart-table').locator('tbody tr').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('exports the values as CSV that PapaParse reads, and the chart as PNG', async () => {
  const page = await trained();
  const values = await downloadOf(page, 'chart-csv');
  expect(values.name).toBe('inkling-training.csv');
  const { data, errors } = Papa.parse<Record<string, number | null>>(values.content.toString(), {
    header: true,
    dynamicTyping: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  const ends = data.filter((row) => row['Validation accuracy (0 to 1)'] !== null);
  expect(ends.map((row) => row.Epoch)).toEqual([1, 2, 3, 4]);
  const times = data.map((row) => row['Time (s)'] ?? 0);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const accuracy = await page
    .getByTestId('train-progress')
    .getAttribute('data-validation-accuracy');
  const best = Math.max(...ends.map((row) => row['Validation accuracy (0 to 1)'] ?? 0));
  expect(best.toFixed(4)).toBe(accuracy);
  const picture = await downloadOf(page, 'png-loss');
  expect(picture.name).toBe('inkling-loss.png');
  expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.content.readUInt32BE(16)).toBeGreaterThan(300); // its width
});
