// The training view step by step: what is visible, and where it leads.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { open, runIs } from './browser';
import { testCsv, trainCsv, written } from './data';
import { trainOn } from './training';

const csv = written('steps.csv', trainCsv(300));
const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 640 };

/** Returns the height of the open cards, in units of the window's height. */
async function screens(page: Page, cards: string[]): Promise<number> {
  const boxes = await Promise.all(cards.map((card) => page.locator(`#card-${card}`).boundingBox()));
  const top = Math.min(...boxes.map((box) => box?.y ?? 0));
  const bottom = Math.max(...boxes.map((box) => (box?.y ?? 0) + (box?.height ?? 0)));
  return (bottom - top) / (page.viewportSize()?.height ?? 1);
}

describe('each step fits on one screen', () => {
  test('everything a run needs fits next to each other on a short page', async () => {
    const page = await open({ view: 'train', size: desktop });
    await page.getByTestId('data-file').setInputFiles(csv);
    await page.getByTestId('data-summary').getByText('300').waitFor();
    await page.getByTestId('mean').last().waitFor();
    expect(await screens(page, ['data', 'network', 'run'])).toBeLessThan(1);
    await page.getByTestId('epochs').fill('2');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    await page.getByTestId('confusion').waitFor();
    for (const card of ['run', 'results'])
      expect(await screens(page, [card]), card).toBeLessThan(1.2);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(2400);
    for (const seen of ['chart-accuracy', 'epochs', 'model-save', 'test-file'])
      expect(await page.getByTestId(seen).isVisible(), seen).toBe(true);
  });

  test('on a phone, a finished run shows its curve and the next steps, with the rest on demand', async () => {
    const page = await open({ view: 'train', phone: true, size: phone, stillness: true });
    await trainOn(page, csv, { images: 300, epochs: 1 });
    await page.getByTestId('next-steps').waitFor();
    expect(await page.getByTestId('chart-accuracy').isVisible()).toBe(true);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await height()).toBeLessThan(1700);
    for (const [summary, part] of [
      ['show-settings', 'epochs'],
      ['show-loss', 'chart-loss'],
      ['show-tools', 'chart-csv'],
    ] as const) {
      expect(await page.getByTestId(part).isVisible(), part).toBe(false);
      await page.getByTestId(summary).click();
      await page.getByTestId(part).waitFor();
      await page.getByTestId(summary).click();
    }
    await page.getByTestId('next-export').click();
    await page.getByTestId('model-save').waitFor();
    await page.getByTestId('show-confusion').click();
    await page.getByTestId('confusion').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await violations(page)).toEqual([]);
  });

  test('larger parts are shown on demand', async () => {
    const page = await open({ view: 'train', size: desktop, stillness: true });
    await trainOn(page, csv, { images: 300, epochs: 1 });
    expect(await page.getByTestId('worst').isVisible()).toBe(false);
    await page.getByTestId('next-mistakes').click();
    await page.getByTestId('worst').waitFor();
  });
});

test('a run shows whether it starts from scratch or continues', async () => {
  const page = await open({ view: 'train' });
  expect(await page.getByTestId('train-start').textContent()).toContain('Train');
  await trainOn(page, csv, { images: 300, epochs: 1 });
  await page.getByTestId('train-start').getByText('Train from scratch').waitFor();
  await page.getByText('Continue from a checkpoint').waitFor();
});

test('results name their run and mark its best epoch in chart and table', async () => {
  const page = await open({ view: 'train', stillness: true });
  await page.getByTestId('learning-rate').fill('0.03'); // so high that a later epoch is worse
  await trainOn(page, csv, { images: 300, epochs: 8 });
  await page.getByTestId('result-run').getByText('Tutorial network, run 1').waitFor();
  expect(await page.getByTestId('run-name').inputValue()).toBe('Tutorial network, run 1');
  const marked = page.getByTestId('chart-accuracy').getByTestId('best-epoch');
  const accuracy = await page
    .getByTestId('chart-accuracy')
    .getByTestId('best-epoch')
    .locator('dd')
    .textContent();
  expect(accuracy).toBe(await page.locator('#card-results .figure').textContent());
  const best = /\d+/.exec((await marked.locator('dt').textContent()) ?? '')?.[0];
  await page.getByTestId('chart-table').locator('summary').click();
  const row = page.getByTestId('chart-table').locator('tr.best');
  expect(await row.locator('th').textContent()).toBe(best);
  await page.getByTestId('run-name').fill('Night shift');
  await page.getByTestId('run-name').press('Tab');
  await page.getByTestId('result-run').getByText('Night shift').waitFor();
});

test('axis labels aren’t cut off, however long', async () => {
  const page = await open({ view: 'train', stillness: true });
  await page.getByTestId('epochs').fill('60');
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText('300').waitFor();
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished');
  await page.getByTestId('chart-log').check();
  /** Whether the picture's outermost columns are empty, because clipped content reaches them. */
  const clear = () =>
    page
      .getByTestId('chart-loss')
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const context = canvas.getContext('2d');
        return [0, canvas.width - 1].every((x) =>
          context?.getImageData(x, 0, 1, canvas.height).data.every((value) => value === 0),
        );
      });
  await expect.poll(clear).toBe(true);
});

test('runs are cards on a phone', async () => {
  const page = await open({ view: 'train', phone: true, size: phone, stillness: true });
  await trainOn(page, csv, { images: 300, epochs: 1 });
  await page.locator('#title-runs button').click();
  const card = page.getByTestId('run-row');
  await card.scrollIntoViewIfNeeded();
  const [run, name] = await Promise.all([
    card.boundingBox(),
    page.getByTestId('run-name').boundingBox(),
  ]);
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan((run?.x ?? 0) + (run?.width ?? 0));
  expect(run?.width).toBeLessThan(360);
  for (const action of ['run-use', 'run-again', 'run-save', 'run-remove']) {
    const box = await page.getByTestId(action).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0), action).toBeLessThanOrEqual(360);
  }
  const labels = await card
    .locator('td[data-label]')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  expect(labels).toContain('"Epochs"');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await violations(page)).toEqual([]);
});

describe('an unlabelled file', () => {
  test('chosen as data leads to its predictions, least certain first', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('data-file').setInputFiles(written('test.csv', testCsv(60)));
    await page.getByTestId('data-unlabelled').getByText('have no labels').waitFor();
    await page.getByTestId('data-predict').click();
    await page.getByTestId('submission').waitFor();
    const rows = page.getByTestId('predictions').locator('tbody tr');
    expect(await rows.count()).toBe(20);
    const cells = await rows.locator('td:last-child').allTextContents();
    const confidence = cells.map((cell) => Number.parseFloat(cell));
    expect(confidence.every((share) => share > 0 && share <= 100)).toBe(true);
    expect(confidence).toEqual([...confidence].sort((one, other) => one - other));
  });
});

test('settings show their effect at once', async () => {
  const page = await open({ view: 'train' });
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText('300').waitFor();
  await page.getByTestId('validation').fill('10');
  await page.getByText('30 of 300 images').waitFor();
  await page.getByTestId('batch').fill('27');
  await page.getByText('10\u00a0updates per epoch').waitFor();
  await page.getByTestId('augment').check();
  await page.getByTestId('augment-rotation').waitFor(); // next to its effect
  await page.getByTestId('augment-preview').locator('canvas').first().waitFor();
});

test('technical terms are explained in place, by mouse and by keyboard', async () => {
  const page = await open({ view: 'train', stillness: true });
  const explains = async (word: string, text: string) => {
    const button = page.getByRole('button', { name: `What does “${word}” mean?`, exact: true });
    await button.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('note').getByText(text).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('note').getByText(text).isVisible()).toBe(false);
  };
  await explains('Epochs', 'One pass over the training images');
  await page.getByTestId('preset').selectOption('fast');
  await page.getByTestId('show-layers').click();
  await explains('norm', 'Normalisation');
  await explains('relu', 'Rectified linear unit');
  await trainOn(page, csv, { images: 300, epochs: 1 });
  await explains('Loss', 'How far the predictions are from the labels');
});

test('presets, fields and the names of data and runs follow the language at once', async () => {
  const page = await open({ view: 'train', stillness: true });
  await page.getByTestId('data-sample').click();
  await page.getByTestId('data-summary').getByText('4,000').waitFor();
  await page.getByTestId('preset').selectOption('article');
  await page.getByTestId('epochs').fill('1');
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished');
  await page.locator('#card-network h2 button').click();
  await page.getByTestId('language').selectOption('de');
  await page.locator('html[lang=de]').waitFor();
  await expect.poll(() => page.getByTestId('learning-rate').inputValue()).toBe('0,001');
  expect(await page.getByTestId('preset').locator('option').allTextContents()).toEqual([
    'Tutorial-Netz',
    'Schnell',
    'Genau',
  ]);
  expect(await page.getByTestId('run-name').inputValue()).toBe('Tutorial-Netz, Lauf 1');
  await page.locator('#card-data h2 button').click();
  await page
    .locator('#card-data')
    .getByText('von Inkling erzeugt', { exact: true })
    .first()
    .waitFor();
  await page.getByTestId('learning-rate').fill('0,002');
  await page.getByTestId('language').selectOption('en');
  await expect.poll(() => page.getByTestId('learning-rate').inputValue()).toBe('0.002');
});
