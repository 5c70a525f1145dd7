// What works before the page's scripts have loaded: the chosen theme, and drawing on the pad in index.html.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open } from './browser';
import { root } from './data';
import { answer, padBox, seven, write, writeWithFinger } from './handwriting';
import { plainHost } from './plainHost';
import { chooseDark, ground } from './theme';

const program = readdirSync(join(root, 'build/web/assets')).find((name) => /^page-/.test(name));

/** Opens a page whose script is held back until the returned function is called. */
async function openWithoutProgram(
  options: { phone?: boolean; size?: { width: number; height: number } } = {},
): Promise<{ page: Page; release: () => Promise<void> }> {
  const host = await plainHost();
  const letGo = host.hold(`assets/${program}`);
  const page = await open({ host: host.url, ...options });
  await page.locator('.first-pad').waitFor();
  const release = async () => {
    letGo();
    await page.getByTestId('tab-read').waitFor();
  };
  return { page, release };
}

test('the page is painted in the chosen theme at once', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url });
  const dark = await chooseDark(page);
  const letGo = host.hold(`assets/${program}`);
  await page.reload();
  await page.locator('.first-pad').waitFor();
  expect(await ground(page)).toBe(dark);
  letGo();
});

test('a digit is read, drawn by mouse or by finger', async () => {
  for (const phone of [false, true]) {
    const { page, release } = await openWithoutProgram({ phone });
    await (phone ? writeWithFinger(page, seven) : write(page, seven));
    await release();
    expect(await answer(page)).toBe('7');
  }
});

test('a stroke continues if the page loads in mid-stroke', async () => {
  const { page, release } = await openWithoutProgram();
  const { x, y, width, height } = await padBox(page);
  await page.mouse.move(x + width / 2, y + 40);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 10 });
  await release();
  await page.mouse.move(x + width / 2, y + height - 40, { steps: 10 });
  await page.mouse.up();
  expect(await answer(page)).toBe('1');
  expect(await page.getByTestId('undo').isEnabled()).toBe(true);
  await page.getByTestId('undo').click();
  await expect.poll(() => answer(page)).toBe(''); // it was a single stroke
});

test.each([
  ['a desktop', { width: 1440, height: 900 }],
  ['a tablet', { width: 1024, height: 700 }],
  ['a phone', { width: 390, height: 844 }],
  ['a small phone', { width: 320, height: 640 }],
])('the pad stays in place on %s, where both pads have the same position', async (_, size) => {
  const { page, release } = await openWithoutProgram({ size });
  const first = await padBox(page);
  await release();
  const { x, y, width, height } = await padBox(page);
  for (const [at, before] of [
    [x, first.x],
    [y, first.y],
    [width, first.width],
    [height, first.height],
  ] as const) {
    expect(Math.abs(at - before)).toBeLessThanOrEqual(1);
  }
});

test('the first pad isn’t shown when another view is requested', async () => {
  const page = await open({ view: 'train' });
  await page.getByTestId('train-start').waitFor();
  expect(await page.locator('.first-pad').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.className)).toBe('');
});
