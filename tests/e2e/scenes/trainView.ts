// The states of the training view.
import type { Page } from 'playwright-core';
import { goToNetwork, runIs } from '../browser';
import { testCsv, trainCsv, written } from '../data';
import type { Take } from './camera';

/** With cells to repair and duplicate images. */
const spoilt = trainCsv(300).replace(/^3,0,0/m, '3,,x');

async function data(page: Page, take: Take): Promise<void> {
  await page.getByTestId('data-file').setInputFiles(written('spoilt.csv', spoilt));
  await page.getByTestId('repairs').locator('summary').click();
  await page.getByTestId('all-images').click();
  await page.getByTestId('find-duplicates').click();
  await page.getByTestId('gallery-duplicates').waitFor();
  await page.getByTestId('gallery').getByRole('gridcell').first().click();
  await page.getByTestId('leave-out').click();
  await page.getByTestId('label-overrides').waitFor();
  await take('train-repaired', '#card-data');
  await page.reload();
  await page.getByTestId('data-sample').click();
  await page.getByTestId('data-summary').getByText(/4.000/).waitFor();
  await take('train-sample');
  await page.getByTestId('all-images').click();
  await take('train-gallery', '#card-data');
  await page.getByTestId('mean').nth(5).click();
  await page.getByTestId('gallery-7').check();
  await take('train-gallery-of-7', '#card-data');
}

async function network(page: Page, take: Take): Promise<void> {
  await page.getByTestId('edit-layers').click();
  await take('train-layers', '#card-network');
  await page.getByTestId('architecture').fill('conv 3x3 8 | relu | dance 3');
  await page.getByTestId('layer-problem').waitFor();
  await take('train-layers-wrong', '#card-network');
  await page.getByTestId('layer-reset').click();
  await page.getByTestId('edit-layers').click();
  await page.getByTestId('augment').check();
  await page.getByTestId('augment-preview').locator('canvas').first().waitFor();
  await page.getByTestId('more-settings').locator('summary').click();
  await take('train-settings', '#card-run');
  await page.getByTestId('more-settings').locator('summary').click();
}

async function run(page: Page, take: Take, epochs: number): Promise<void> {
  await page.getByTestId('preset').selectOption('article');
  await page.getByTestId('epochs').fill(String(epochs));
  await page.getByTestId('learning-rate').fill('0.0001'); // slow, so that mistakes remain
  await page.getByTestId('train-start').click();
  await page.locator('[data-testid=train-progress]:not([data-epoch="0"])').waitFor();
  await take('train-running');
  await page.getByTestId('train-pause').click();
  await runIs(page, 'paused');
  await take('train-paused', 'page');
  await page.getByTestId('train-pause').click();
  await runIs(page, 'finished');
}

/** A phone folds these when a run begins. */
async function openCard(page: Page, name: 'results' | 'runs'): Promise<void> {
  const closed = page.locator(`#title-${name} button[aria-expanded=false]`);
  if (await closed.isVisible()) await closed.click();
}

async function results(page: Page, take: Take): Promise<void> {
  await take('train-done');
  await take('train-charts', '#card-run');
  await openCard(page, 'results');
  await page.getByTestId('show-mistakes').click();
  await page.getByTestId('pairs').getByRole('button').first().click();
  await page.getByTestId('cell-images').waitFor();
  await page.getByTestId('reliability').locator('summary').click();
  await page.getByTestId('compare-in-use').click();
  await page.getByTestId('compared').waitFor();
  await page.getByTestId('in-use-export').click();
  await page.getByTestId('in-use-save-page').click();
  await page.getByTestId('in-use-save-saved').getByText('inkling.html').waitFor();
  await page.getByTestId('test-file').setInputFiles(written('test.csv', testCsv(40)));
  await page.getByTestId('submission').waitFor();
  await take('train-results', '#card-results');
}

/** A phone folds the settings when a run begins. */
async function openSettings(page: Page): Promise<void> {
  const closed = page.getByTestId('show-settings');
  const shown = await page.getByTestId('epochs').isVisible();
  if (!shown && (await closed.isVisible())) await closed.click();
}

async function runs(page: Page, take: Take): Promise<void> {
  await openSettings(page);
  await page.getByTestId('augment').uncheck();
  await page.getByTestId('epochs').fill('2');
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished');
  await openCard(page, 'runs');
  await page.getByTestId('run-row').nth(1).waitFor({ timeout: 60_000 });
  for (const box of await page.getByTestId('run-compare').all()) await box.check();
  await page.getByTestId('overlay-line').nth(1).waitFor();
  await take('train-runs', '#card-runs');
}

async function engineFailure(page: Page, take: Take): Promise<void> {
  const broken = { name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2,3\n4,5\n') };
  await page.getByTestId('data-file').setInputFiles(broken);
  await page.getByTestId('error').waitFor();
  await take('train-refused', '#card-data');
}

/** Does what Next waits for. */
async function complete(page: Page): Promise<void> {
  const network = page.getByTestId('tutorial-network');
  const start = page.getByTestId('train-start');
  if ((await network.isVisible()) && (await network.isEnabled())) await network.click();
  if (!(await start.isVisible())) return;
  await openSettings(page);
  await page.getByTestId('epochs').fill('1');
  await start.click();
  await runIs(page, 'finished');
}

async function tutorial(page: Page, take: Take): Promise<void> {
  await page.reload();
  await page.getByTestId('tutorial-begin').click();
  await page.getByTestId('data-file').setInputFiles(written('tutorial.csv', trainCsv(300)));
  await page.getByTestId('data-summary').getByText('300').waitFor();
  const next = page.getByTestId('tutorial-next');
  for (let step = 1; await next.isVisible(); step += 1) {
    await complete(page);
    await take(`tutorial-${step}`, 'page');
    await next.click();
  }
  await take('tutorial-last', 'page');
}

export async function trainView(page: Page, take: Take): Promise<void> {
  await goToNetwork(page);
  await take('train-empty', 'page');
  await data(page, take);
  await network(page, take);
  await run(page, take, 20);
  await results(page, take);
  await runs(page, take);
  await engineFailure(page, take);
  await tutorial(page, take);
}
