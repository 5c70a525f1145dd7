// Pictures of every room in its states, phone and desktop, light and dark, also in German and Arabic, in
// build/screenshots; and the README's.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { goTo, type OpenOptions, open, runIs } from './browser';
import { modelAsking, root } from './data';
import { answer, type Strokes, write } from './hand';

const gallery = join(root, 'build/screenshots');
const readme = join(root, 'web/screenshots/read.png');
mkdirSync(gallery, { recursive: true });

/** A three as a quick hand writes it: two arcs that meet in a point. */
const three: Strokes = [[...arc(50, 27, 23, -155, 85), [46, 51], ...arc(50, 76, 25, -85, 150)]];

function arc(x: number, y: number, radius: number, from: number, to: number): [number, number][] {
  return Array.from({ length: 24 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / 23) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Whatever fades or grows has done so. */
async function stillness(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}

async function readRoom(page: Page, take: (state: string) => Promise<void>): Promise<void> {
  await take('read-empty');
  await write(page, three);
  await answer(page);
  await take('read-done');
  await page.locator('#title-why button').click();
  await page.locator('[data-testid=why-map][aria-busy=false]').waitFor();
  await page.locator('#card-why').scrollIntoViewIfNeeded();
  await take('read-why');
}

async function trainRoom(page: Page, take: (state: string) => Promise<void>): Promise<void> {
  await goTo(page, 'train');
  await take('train-empty');
  await page.getByTestId('data-sample').click();
  await page.getByTestId('data-summary').waitFor();
  await take('train-data');
  await page.getByTestId('train-start').click();
  await runIs(page, 'running');
  await page.waitForTimeout(1500); // for some batches to be seen on the charts
  await take('train-running');
  await runIs(page, 'finished');
  await take('train-done');
  const broken = { name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2,3\n4,5\n') };
  await page.getByTestId('data-file').setInputFiles(broken);
  await page.getByTestId('error').waitFor();
  await take('train-failed');
}

async function noDigit(page: Page, take: (state: string) => Promise<void>): Promise<void> {
  await page.getByTestId('model-load').setInputFiles(modelAsking(1000));
  await page.getByTestId('model-shipped').waitFor();
  await goTo(page, 'read');
  await answer(page);
  await take('read-no-digit');
}

describe.each<[string, OpenOptions]>([
  ['desktop-light', {}],
  ['desktop-dark', { dark: true }],
  ['phone-light', { phone: true }],
  ['phone-dark', { phone: true, dark: true }],
  ['german-phone', { locale: 'de', size: { width: 360, height: 740 } }],
  ['arabic-phone', { locale: 'ar', size: { width: 360, height: 740 } }],
  ['arabic-desktop', { locale: 'ar' }],
])('%s', (name, options) => {
  test('every state', async () => {
    const page = await open(options);
    const take = async (state: string) => {
      await stillness(page);
      await page.screenshot({ path: join(gallery, `${state}-${name}.png`) });
    };
    await readRoom(page, take);
    await trainRoom(page, take);
    await noDigit(page, take);
    await goTo(page, 'about');
    await take('about');
  });
});

test("the README's picture", async () => {
  const page = await open();
  await page.setViewportSize({ width: 1100, height: 860 });
  await write(page, three);
  await answer(page);
  await stillness(page);
  await page.screenshot({ path: readme });
});
