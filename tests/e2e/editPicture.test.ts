// Example pictures, and editing a picture before it is read.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open } from './browser';
import { written } from './data';
import { answer } from './handwriting';
import { digits, painted, plain } from './paper';

async function choose(page: Page): Promise<void> {
  const picture = await painted(page, digits, plain);
  await page.getByTestId('picture-file').setInputFiles(written('digits.png', picture));
  await page.getByTestId('picture').waitFor();
  await expect.poll(() => answer(page)).toBe('717');
}

const shape = (page: Page) =>
  page.getByTestId('picture').evaluate(({ width, height }: HTMLCanvasElement) => [width, height]);

test.each([
  ['note', '2048'],
  ['postcode', '10115'],
  ['chalk', '396'],
])('loads the example %s on demand and reads it', async (name, number) => {
  const page = await open();
  await page.getByTestId('examples').click();
  await page.getByTestId(`example-${name}`).click();
  await page.getByTestId('picture').waitFor();
  await expect.poll(() => answer(page)).toBe(number);
});

test('an example shows its answer, even if that was out of view on a phone', async () => {
  const page = await open({ phone: true, size: { width: 390, height: 600 } });
  await page.getByTestId('examples').scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 200));
  await page.getByTestId('examples').click();
  await page.getByTestId('example-chalk').click();
  await expect.poll(() => answer(page)).toBe('396');
  await expect
    .poll(() =>
      page
        .getByTestId('digit')
        .first()
        .evaluate((it) => it.getBoundingClientRect().top),
    )
    .toBeGreaterThan(0);
});

test('four quarter turns restore a picture', async () => {
  const page = await open();
  await choose(page);
  const before = await shape(page);
  await page.getByTestId('rotate').click();
  await expect.poll(() => shape(page)).toEqual(before.toReversed());
  for (let turn = 1; turn < 4; turn++) await page.getByTestId('rotate').click();
  await expect.poll(() => shape(page)).toEqual(before);
  await expect.poll(() => answer(page)).toBe('717');
});

test('crops by mouse, reads the part, and restores the whole', async () => {
  const page = await open();
  await choose(page);
  const outline = await page.getByTestId('outline').nth(1).boundingBox();
  if (!outline) throw new Error('no digit was found');
  await page.getByTestId('crop').click();
  await page.getByTestId('crop-frame').waitFor();
  await page.mouse.move(outline.x - 20, outline.y - 20);
  await page.mouse.down();
  await page.mouse.move(outline.x + outline.width + 20, outline.y + outline.height + 20);
  await page.mouse.up();
  await page.getByTestId('crop-done').click();
  await expect.poll(() => answer(page)).toBe('1');
  await page.getByTestId('uncrop').click();
  await expect.poll(() => answer(page)).toBe('717');
});

test('crops by arrow keys, and Escape cancels', async () => {
  const page = await open();
  await choose(page);
  const before = await shape(page);
  await page.getByTestId('crop').click();
  await page.getByTestId('crop-to').focus();
  for (let step = 0; step < 22; step++) await page.keyboard.press('ArrowLeft');
  await page.getByTestId('crop-done').click();
  await expect.poll(() => answer(page)).toBe('71');
  await page.getByTestId('crop').click();
  await page.getByTestId('crop-frame').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('crop-frame').waitFor({ state: 'detached' });
  await page.getByTestId('uncrop').click();
  await expect.poll(() => shape(page)).toEqual(before);
});
