import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, open } from './browser';
import { trainCsv, written } from './data';
import { answer, likeliest, padBox, seven, write } from './handwriting';
import { plainHost } from './plainHost';
import { trainOn } from './training';

const csv = written('isolation.csv', trainCsv(300));

// Evaluates anew each time, because a call to the page before the reload never returns.
function isolated(page: Page): Promise<void> {
  const isIsolated = () => page.evaluate(() => crossOriginIsolated).catch(() => false);
  return expect.poll(isIsolated, { timeout: 30_000 }).toBe(true);
}
const workerIsReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

/** Trains briefly and returns the page's text about its engine. */
async function train(page: Page): Promise<string> {
  await goTo(page, 'train');
  return trainOn(page, csv, { images: 300, epochs: 1 });
}

test('reloads once without headers, is isolated and trains with threads', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url, serviceWorker: true });
  await isolated(page);
  await write(page, seven);
  expect(await answer(page)).toBe('7');
  expect(await train(page)).toMatch(/Training uses (relaxed )?SIMD, \d+\u00a0threads/);
  expect(host.visits).toBe(2);
  await goTo(page, 'read');
  await page.reload();
  await isolated(page);
  await page.getByText('stays on this device').waitFor();
  expect(host.visits).toBe(3);
});

test('page, script and worker have the CSP that blocks other origins', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url, serviceWorker: true });
  await isolated(page);
  const scripts = host.requests.filter((name) => /^assets\/.*\.js$/.test(name));
  expect(scripts.join()).toContain('readingWorker');
  for (const path of ['', ...scripts]) {
    const policy = await page.evaluate(async (address) => {
      const { headers } = await fetch(address);
      return headers.get('content-security-policy');
    }, host.url + path);
    expect(policy, path).toContain("default-src 'none'");
  }
});

test('reads and trains with one thread without service workers, and doesn’t reload', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url });
  await write(page, seven);
  expect(await answer(page)).toBe('7');
  expect(await train(page)).toMatch(/Training uses (relaxed )?SIMD, one thread/);
  expect(host.visits).toBe(1);
});

test('keeps ink drawn before the service worker is ready; the next visit is isolated', async () => {
  const host = await plainHost();
  const release = host.hold('service-worker.js');
  const page = await open({ host: host.url, serviceWorker: true });
  await write(page, seven);
  release();
  await workerIsReady(page);
  expect(await answer(page)).toBe('7');
  await write(page, seven);
  expect(await likeliest(page)).not.toBe('');
  expect(host.visits).toBe(1);
  await page.reload();
  await isolated(page);
});

test('keeps a file chosen before the service worker is ready', async () => {
  const host = await plainHost();
  const release = host.hold('service-worker.js');
  const page = await open({ host: host.url, serviceWorker: true, view: 'train' });
  await page.getByTestId('data-file').setInputFiles(csv);
  release();
  await workerIsReady(page);
  expect(await train(page)).toContain('one thread');
  expect(host.visits).toBe(1);
});

test('a pen that touches the pad during the reload cancels it', async () => {
  const host = await plainHost();
  const release = host.hold('service-worker.js');
  const page = await open({ host: host.url, serviceWorker: true });
  const { x, y, width, height } = await padBox(page);
  const releasePage = host.hold('');
  release();
  await expect.poll(() => host.visits, { timeout: 30_000 }).toBe(2);
  await page.mouse.move(x + width / 2, y + 40);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height - 40, { steps: 10 });
  await page.mouse.up();
  releasePage();
  expect(await answer(page)).toBe('1');
  expect(await train(page)).toContain('one thread');
  expect(host.visits).toBe(2);
});

test('never reloads if the tab has no storage', async () => {
  const host = await plainHost();
  const release = host.hold('service-worker.js');
  const page = await open({ host: host.url, serviceWorker: true });
  await page.evaluate(() => {
    Object.defineProperty(globalThis, 'sessionStorage', { get: () => null });
  });
  release();
  await workerIsReady(page);
  expect(await train(page)).toContain('one thread');
  expect(host.visits).toBe(1);
});
