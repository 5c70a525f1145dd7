// Stored data: where they are, where they came from, and which are ignored.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, open, url } from './browser';
import { answer, seven, write } from './handwriting';
import { plainHost } from './plainHost';

/** Fills the database of earlier versions, from a document on the page's host. */
async function fillEarlier(page: Page, entries: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (all) => {
    const request = indexedDB.open('keyval-store');
    request.onupgradeneeded = () => request.result.createObjectStore('keyval');
    await new Promise((done) => {
      request.onsuccess = done;
    });
    const transaction = request.result.transaction('keyval', 'readwrite');
    const bytes = (_: string, value: unknown) =>
      Array.isArray(value) && value[0] === 'bytes'
        ? new Uint8Array(value[1]).fill(value[2])
        : value;
    for (const [key, value] of Object.entries(JSON.parse(JSON.stringify(all), bytes)))
      transaction.objectStore('keyval').put(value, key);
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    request.result.close();
  }, entries);
}

const correction = (label: unknown, shade: number) => ({
  label,
  image: ['bytes', 784, shade],
  strokes: [[{ x: 1, y: 2 }]],
});

const settings = {
  ...{ preset: 'fast', architecture: '', epochs: 1, batch: 32, optimiser: 'adamw' },
  ...{ schedule: 'constant', learning_rate: 0.001, weight_decay: 0, label_smoothing: 0 },
  ...{ average: 0, augment: false, augmentation: '', validation: 0.2, keep: 'best' },
  ...{ patience: 0, seed: 1 },
};
const run = {
  ...{ id: 'old', name: 'An old run', begun: 1000, data: 'train.csv', network: 'Fast', settings },
  ...{ epochs: 1, elapsed_ms: 5, accuracy: 0.5, rows: [], model: ['bytes', 3, 1] },
};

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

async function correct(page: Page): Promise<void> {
  await write(page, seven);
  await answer(page);
  await page.keyboard.press('2');
  await expect.poll(() => answer(page)).toBe('2');
}

const corrections = (page: Page, text: string) =>
  page.locator('#card-corrections').getByText(text).first().waitFor();

test('loads what an earlier version saved, except invalid entries', async () => {
  const page = await open({ host: `${url}icon.svg`, provoked: /404/ });
  await fillEarlier(page, {
    corrections: [correction(1, 1), null, correction(2, 2), correction('3', 3), { label: 4 }],
    'run:old': run,
    'run:bad': { ...run, id: 'bad', rows: [{}] },
    'run:worse': null,
    'somebody-else’s': 7,
  });
  await page.evaluate(() => localStorage.setItem('inkling-theme', 'dark'));
  await page.goto(url);
  await corrections(page, '2\u00a0corrections');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await goTo(page, 'train');
  await page.getByTestId('run-row').waitFor();
  expect(await page.getByTestId('run-row').count()).toBe(1);
});

test('removed entries don’t return from an earlier version', async () => {
  const page = await open({ host: `${url}icon.svg`, provoked: /404/ });
  await fillEarlier(page, { 'run:old': run });
  await page.goto(`${url}#train`);
  await page.getByTestId('run-remove').click();
  await page.getByTestId('run-row').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByTestId('train-start').waitFor();
  await expect.poll(() => databases(page)).toContain('inkling / data');
  expect(await page.getByTestId('run-row').count()).toBe(0);
});

test('the database is named after the page’s folder and stores each correction separately', async () => {
  const host = await plainHost();
  const page = await open({ host: host.url });
  await correct(page);
  await corrections(page, '1\u00a0correction');
  const keys = () =>
    page.evaluate(async () => {
      const request = indexedDB.open('inkling /inkling/ data');
      await new Promise((done) => {
        request.onsuccess = done;
      });
      const all = request.result.transaction('corrections').objectStore('corrections').getAllKeys();
      await new Promise((done) => {
        all.onsuccess = done;
      });
      request.result.close();
      return all.result.length;
    });
  await expect.poll(keys).toBe(1);
  expect(await databases(page)).toEqual(['inkling /inkling/ data']);
});

test('asks the browser to persist storage only after something is saved', async () => {
  const page = await open();
  await page.addInitScript(() => {
    const requests = { times: 0 };
    Object.assign(globalThis, { requests });
    navigator.storage.persist = async () => {
      requests.times += 1;
      return true;
    };
  });
  await page.reload();
  const times = () =>
    page.evaluate(() => (globalThis as unknown as { requests: { times: number } }).requests.times);
  await write(page, seven);
  await answer(page);
  expect(await times()).toBe(0);
  await page.keyboard.press('2');
  await expect.poll(times).toBe(1);
  await page.keyboard.press('3');
  await expect.poll(() => answer(page)).toBe('3');
  expect(await times()).toBe(1);
});
