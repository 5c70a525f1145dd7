import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, runIs } from './browser';
import { realData, testCsv, trainCsv, unpacked, written } from './data';

const [header = '', ...rows] = trainCsv(1200).split('\r\n');
const csv = written('gallery.csv', [header, ...rows].join('\r\n'));

async function load(page: Page, path: string, images: string): Promise<void> {
  await page.getByTestId('data-file').setInputFiles(path);
  await page.getByTestId('data-summary').getByText(images).waitFor();
  if (!(await page.getByTestId('gallery').isVisible()))
    await page.getByTestId('all-images').click();
  await page.getByTestId('gallery').waitFor();
}

/** Waits until the images above the gallery are drawn, so that a click doesn't miss a cell that moves. */
const settled = (page: Page) => page.getByTestId('mean').nth(9).locator('canvas').waitFor();

const chosen = (page: Page) => page.getByTestId('chosen').getAttribute('data-row');
const cells = (page: Page) => page.getByTestId('gallery').getByRole('gridcell');

/** Whether every rendered row of cells has been painted. */
const drawn = (page: Page) =>
  page
    .getByTestId('gallery')
    .locator('canvas')
    .evaluateAll((canvases) =>
      (canvases as HTMLCanvasElement[]).every((canvas) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return pixels.some((value) => value > 0);
      }),
    );

async function downloaded(page: Page, testid: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByTestId(testid).click();
  return readFileSync(await (await saving).path(), 'utf8');
}

describe('the gallery', () => {
  test('moves by keyboard through all images, of which only visible ones exist', async () => {
    const page = await open({ view: 'train' });
    await load(page, csv, '1,200');
    const grid = page.getByTestId('gallery');
    await grid.focus();
    await page.keyboard.press('ArrowRight');
    expect(await chosen(page)).toBe('1');
    await page.keyboard.press('End');
    expect(await chosen(page)).toBe('1199');
    await page.getByRole('gridcell', { name: 'Image 1,200: 9', exact: true }).waitFor();
    await expect.poll(() => drawn(page)).toBe(true);
    expect(await cells(page).count()).toBeLessThan(400);
    const active = await grid.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    expect(await chosen(page)).toBe('0');
    await page.getByTestId('gallery-7').check();
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(20);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await chosen(page)).toBe('17');
    expect(await page.getByTestId('mean').count()).toBe(10);
  });

  test('relabels and excludes images by keyboard, and training uses the changes', async () => {
    const page = await open({ view: 'train' });
    await load(page, csv, '1,200');
    await settled(page);
    await cells(page).nth(4).click();
    expect(await chosen(page)).toBe('4');
    await page.keyboard.press('9');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('x');
    await page.getByTestId('label-overrides').getByText('1 relabelled, 1 excluded').waitFor();
    await page.getByRole('gridcell', { name: 'Image 6: 5, excluded' }).waitFor();
    expect(await downloaded(page, 'label-overrides-save')).toContain('5,4,9\r\n6,5,left out\r\n');
    const cleaned = (await downloaded(page, 'data-save')).split('\n');
    expect(cleaned).toHaveLength(1201); // with header and final newline, minus one row
    expect(cleaned[5]).toMatch(/^9,/);
    expect(cleaned[6]).toMatch(/^6,/);
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    await page.getByText(/of 240/).waitFor(); // a fifth of 1,199
    await page.locator('#title-data button').click();
    await page.getByTestId('label-overrides-undo').click();
    await page.getByTestId('label-overrides').getByText('1 relabelled, 0 excluded').waitFor();
    await page.getByTestId('label-overrides-reset').click();
    await page.getByTestId('label-overrides').getByText('0 relabelled, 0 excluded').waitFor();
  });

  test('finds duplicates and wrong labels', async () => {
    const page = await open({ view: 'train' });
    const spoilt = [...rows.slice(0, 1200), (rows[3] ?? '').replace(/^3/, '8')];
    await load(page, written('spoilt.csv', [header, ...spoilt, ''].join('\r\n')), '1,201');
    expect(await page.getByTestId('find-doubted').isDisabled()).toBe(true);
    await page.getByTestId('epochs').fill('6');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    await page.locator('#title-data button').click();
    await page.getByTestId('find-doubted').click();
    await page.getByTestId('gallery-doubted').waitFor();
    expect(await chosen(page)).toBe('1200');
    await page.getByTestId('chosen').getByText('Read as 3').waitFor();
    await page.getByTestId('label-3').click();
    await page.getByTestId('label-overrides').getByText('1 relabelled').waitFor();
    await page.getByTestId('find-duplicates').click();
    await page.getByTestId('gallery-duplicates').waitFor();
    await page
      .getByTestId('chosen')
      .getByText(/identical to.*Image 1,201: 8/i)
      .waitFor();
  });

  test('lists repaired cells and exports the list', async () => {
    const page = await open({ view: 'train' });
    const broken = (rows[1] ?? '').replace(/^1,0,/, '1,"n/a; ""?""",');
    await load(page, written('repaired.csv', [header, rows[0], broken, ''].join('\r\n')), '2');
    await page.getByTestId('repairs').locator('summary').click();
    await page.getByRole('cell', { name: 'pixel0' }).waitFor();
    expect(await downloaded(page, 'repairs-save')).toContain('repaired.csv,3,2,pixel0,');
  });

  test('lists skipped rows with reasons, and keeps the others', async () => {
    const page = await open({ view: 'train' });
    const broken = [...rows];
    broken[1] = 'not,a,row';
    broken[700] = (rows[700] ?? '').replace(/^\d/, 'eleven');
    const transfer = await page.evaluateHandle(
      (text) => {
        const files = new DataTransfer();
        files.items.add(new File([text], 'broken.csv'));
        return files;
      },
      [header, ...broken].join('\r\n'),
    );
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
    await page.getByTestId('data-summary').getByText('2\u00a0rows skipped').waitFor();
    await page.getByText('1,198 of 1,200\u00a0rows used, 2 skipped.').waitFor();
    await page.getByTestId('rows-left-out').locator('summary').click();
    await page.getByRole('cell', { name: '3 values, expected 785.' }).waitFor();
    await page.getByRole('cell', { name: 'The label is “eleven”' }).waitFor();
    const list = await downloaded(page, 'rows-left-out-save');
    expect(list).toContain('broken.csv,702,1,label,eleven,');
    // Appends another file, whose rows are listed with its name.
    const more = [header, ...rows.slice(0, 20), 'x'].join('\r\n');
    await page.getByTestId('data-add').setInputFiles(written('more.csv', more));
    await page.getByText('1,218 of 1,221\u00a0rows used, 3 skipped.').waitFor();
    await page.getByTestId('rows-left-out').locator('summary').click();
    await page.getByRole('cell', { name: 'more.csv' }).waitFor();
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
  });

  test('refuses a test file with a bad row, because every image needs a prediction', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('model-in-use').waitFor();
    const spoilt = `${testCsv(30)}1,2,3\n`;
    await page.getByTestId('test-file').setInputFiles(written('spoilt-test.csv', spoilt));
    const sentence = await page.getByTestId('error').textContent();
    expect(sentence).toContain('Row 32 has 3 values, not 784. Every row of this file is needed');
  });
});

describe('the real train.csv', () => {
  test.skipIf(!realData)(
    'can be browsed from the first image to the last',
    async () => {
      const page = await open({ view: 'train' });
      await load(page, unpacked('kaggle/train.csv.gz'), '42,000');
      await page.getByTestId('gallery').focus();
      await page.keyboard.press('End');
      expect(await chosen(page)).toBe('41999');
      await expect.poll(() => drawn(page)).toBe(true);
      await page.getByTestId('find-duplicates').click();
      await page.getByTestId('gallery-duplicates').waitFor({ timeout: 60_000 });
    },
    120_000,
  );
});
