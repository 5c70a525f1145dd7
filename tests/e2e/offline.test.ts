import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, open, runIs, url } from './browser';
import { root, trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { digits, painted, plain } from './paper';
import { plainHost } from './plainHost';
import { trainOn } from './training';

/** Waits until all of the page's files are cached. They are cached together or not at all. */
function untilCached(page: Page): Promise<void> {
  const isCached = () =>
    page.evaluate(async () => Boolean(await caches.match('./'))).catch(() => false);
  return expect.poll(isCached, { timeout: 30_000 }).toBe(true);
}

test('without its host, the page opens isolated, reads a digit and a picture, trains, and exports a page', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url, serviceWorker: true });
  await untilCached(page);
  await host.stop();
  for (const address of [host.url, `${host.url}?engine=relaxed`]) {
    await page.goto(address);
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const picture = written('offline.png', await painted(page, digits, plain));
    await page.getByTestId('picture-file').setInputFiles(picture); // by an engine that hasn't been used before
    await page.getByTestId('picture').waitFor();
    expect(await answer(page)).toBe('717');
  }
  await goTo(page, 'train');
  await trainOn(page, written('offline.csv', trainCsv(300)), { images: 300, epochs: 1 });
  const saving = page.waitForEvent('download');
  await page.getByTestId('model-save-page').click(); // from the cached template
  expect((await saving).suggestedFilename()).toMatch(/\.html$/);
});

/** Waits until the service worker serves the open page. */
function untilControlled(page: Page): Promise<void> {
  const isControlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
  return expect.poll(isControlled, { timeout: 30_000 }).toBe(true);
}

test('is ready to go offline on the first visit, without a reload', async () => {
  const page = await open({ serviceWorker: true });
  await untilCached(page);
  await untilControlled(page);
  await page.context().setOffline(true);
  await page.getByTestId('examples').click();
  await page.getByTestId('example-chalk').click();
  await page.getByTestId('picture').waitFor();
  await page.getByTestId('language').selectOption('de');
  await page.locator('html[lang=de]').waitFor();
  await goTo(page, 'sheets');
  await page.getByTestId('form-make').click();
  await page.getByTestId('form-start-marks').click();
  await page.getByTestId('form-preview').waitFor();
  expect(await page.getByTestId('update').count()).toBe(0);
});

test('opens the model card offline', async () => {
  const favicon = /ERR_FAILED/; // the browser asks for one with files that aren't pages
  const page = await open({ serviceWorker: true, view: 'about', provoked: favicon });
  await untilCached(page);
  await untilControlled(page);
  await page.context().setOffline(true);
  await page.getByTestId('model-card').click();
  await page.getByText("# The page's model").waitFor();
});

/** Opens the cached page again, and expects it to work. */
async function expectCachedPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await write(page, seven);
  expect(await answer(page)).toBe('7');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
}

test('opens the cached page within seconds if the host never answers', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url, serviceWorker: true });
  await untilCached(page);
  const files = ['', 'model/inkling.safetensors', 'manifest.webmanifest', 'icon.svg'];
  const releases = files.map((name) => host.hold(name));
  await expectCachedPage(page, host.url);
  for (const release of releases) release();
});

test.each([
  ['a host error', 503, 'Service Unavailable'],
  ['a missing page', 404, 'Not Found'],
  ['a captive portal', 200, '<!doctype html><title>Hotel</title><p>Please log in'],
])('opens the cached page with %s', async (_, status, text) => {
  const host = await plainHost();
  const page = await open({
    host: host.url,
    serviceWorker: true,
    provoked: /service-worker|503|404/,
  });
  await untilCached(page);
  host.inPlace = { status, text };
  await expectCachedPage(page, host.url);
  await goTo(page, 'train');
  await trainOn(page, written('portal.csv', trainCsv(300)), { images: 300, epochs: 1 });
});

test('announces a newer version, but not during training, and opens it on request', async () => {
  const files = mkdtempSync(join(tmpdir(), 'inkling-host-'));
  cpSync(join(root, 'build/web'), files, { recursive: true });
  const host = await plainHost(files);
  const page = await open({ host: host.url, serviceWorker: true, view: 'train' });
  await untilCached(page);
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await page.getByTestId('data-file').setInputFiles(written('long.csv', trainCsv(1500)));
  await page.getByTestId('epochs').fill('1000');
  await page.getByTestId('train-start').click();
  await runIs(page, 'running');
  const worker = join(files, 'service-worker.js');
  const ofAnotherPage = readFileSync(worker, 'utf8').replaceAll(
    /page-[\w-]+\.js/g,
    'page-newer.js',
  );
  writeFileSync(worker, ofAnotherPage);
  const waits = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      return Boolean(registration?.waiting);
    });
  await expect.poll(waits).toBe(true);
  expect(await page.getByTestId('update').count()).toBe(0);
  await page.getByTestId('train-stop').click();
  await page.getByTestId('update').getByText('A new version is available.').waitFor();
  await page.getByTestId('update-reload').click();
  await expect
    .poll(() => page.evaluate(() => 'stillHere' in globalThis).catch(() => true))
    .toBe(false);
  await page.getByTestId('train-start').waitFor();
  expect(await waits()).toBe(false);
});

test('a host with headers gets the same service worker, without a reload', async () => {
  const page = await open({ serviceWorker: true });
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await untilCached(page);
  expect(await page.evaluate(() => 'stillHere' in globalThis)).toBe(true);
  await page.context().setOffline(true);
  await page.goto(url);
  await write(page, seven);
  expect(await answer(page)).toBe('7');
});
