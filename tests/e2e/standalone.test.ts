// A page with an embedded model, saved from the page and opened from disk.
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withMetadata } from '../web/metadata';
import { violations } from './axe';
import { goTo, type OpenOptions, open } from './browser';
import { shippedModel, written } from './data';
import { answer, beside, one, padBox, seven, write, writeWithFinger } from './handwriting';

/** Saves the current model as a page, and returns its path. */
async function savedPage(page: Page): Promise<string> {
  await goTo(page, 'train');
  await page.getByTestId('in-use-export').click();
  const saving = page.waitForEvent('download');
  await page.getByTestId('in-use-save-page').click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('inkling.html');
  return written('inkling.html', readFileSync(await file.path()));
}

function fromDisk(path: string, options: OpenOptions = {}): Promise<Page> {
  return open({ ...options, host: pathToFileURL(path).href });
}

const pad = (page: Page) => page.locator('#pad');
const read = (page: Page) =>
  expect.poll(() => page.locator('#answer').textContent(), { timeout: 20_000 });

test('reads from disk the same as the page, without any request', async () => {
  const inkling = await open();
  await write(inkling, seven);
  expect(await answer(inkling)).toBe('7');
  const sureInInkling = await inkling.getByTestId('bars').locator('.value').nth(7).innerText();
  const path = await savedPage(inkling);
  const size = statSync(path).size;
  const savedNote = await inkling.getByTestId('in-use-save-saved').textContent();
  expect(savedNote).toContain(`inkling.html (${Math.round(size / 1000)}\u00a0kB`);
  expect(size).toBeLessThan(440_000);

  const page = await fromDisk(path);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.context().setOffline(true);
  await page.reload();
  const place = await padBox(page, pad(page));
  await write(page, seven, 'mouse', pad(page));
  await read(page).toBe('7');
  expect(await padBox(page, pad(page))).toEqual(place);
  const sure = await page.locator('.share').first().innerText();
  expect(Math.abs(Number.parseFloat(sure) - Number.parseFloat(sureInInkling))).toBeLessThan(1);
  await write(page, one, 'mouse', pad(page)); // over the seven
  await page.getByRole('button', { name: 'Undo' }).click();
  await read(page).toBe('7');
  await page.getByRole('button', { name: 'Clear' }).click();
  await read(page).toBe('');
  await write(page, beside(seven, one, one), 'mouse', pad(page));
  await read(page).toBe('711');
  await page.locator('#said').getByText('7, 1, 1').waitFor({ state: 'attached' });
  expect(await page.locator('#digits > li').count()).toBe(3);
  expect(requests.map((url) => url.replace(/#.*/, ''))).toEqual([pathToFileURL(path).href]);
});

test('describes the model, and shows a model file’s content only as text', async () => {
  const title = `</title><img src="x" onerror="document.title = 'owned'">&amp;`;
  const model = withMetadata(readFileSync(shippedModel), { title, data: '<b>mine</b>' });
  const inkling = await open({ view: 'train' });
  await inkling.getByTestId('model-load').setInputFiles(written('hostile.safetensors', model));
  await inkling.getByTestId('model-shipped').waitFor();
  const page = await fromDisk(await savedPage(inkling));
  await page.getByText('What you write stays on this device.').waitFor();
  expect(await page.title()).toBe(`Inkling: ${title}`);
  expect(await page.locator('img, footer b').count()).toBe(0);
  const footer = await page.locator('footer').innerText();
  expect(footer).toContain('96,826\u00a0weights, 99.4% accuracy');
  expect(footer).toContain('Training data: <b>mine</b>');
});

test('works by touch, has no axe violations, and is right-to-left in such a language', async () => {
  const inkling = await open({ locale: 'ar' });
  const path = await savedPage(inkling);
  const page = await fromDisk(path, { phone: true, dark: true });
  expect(await page.evaluate(() => document.dir)).toBe('rtl');
  expect(await violations(page)).toEqual([]);
  await writeWithFinger(page, one, 'touchEnd', pad(page));
  await read(page).toBe('1');
  expect(await violations(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
