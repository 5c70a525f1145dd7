import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, open, url } from './browser';
import { trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { plainHost } from './plainHost';
import { trainOn } from './training';

/** Waits until all files of the page are kept: all come at once, or none. */
function kept(page: Page): Promise<void> {
  const asked = () =>
    page.evaluate(async () => Boolean(await caches.match('./'))).catch(() => false);
  return expect.poll(asked, { timeout: 30_000 }).toBe(true);
}

test('with its host gone the page opens, is isolated, reads a digit, trains, and saves a page', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url, serviceWorker: true });
  await kept(page);
  await host.stop();
  for (const address of [host.url, `${host.url}?engine=relaxed`]) {
    await page.goto(address);
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  }
  await goTo(page, 'train');
  await trainOn(page, written('offline.csv', trainCsv(300)), { images: 300, epochs: 1 });
  const saving = page.waitForEvent('download');
  await page.getByTestId('model-save-page').click(); // of a template that was kept, too
  expect((await saving).suggestedFilename()).toMatch(/\.html$/);
});

test('a host with headers gets the same worker, and the page is not loaded again', async () => {
  const page = await open({ serviceWorker: true });
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await kept(page);
  expect(await page.evaluate(() => 'stillHere' in globalThis)).toBe(true);
  await page.context().setOffline(true);
  await page.goto(url);
  await write(page, seven);
  expect(await answer(page)).toBe('7');
});
