// Limits what is downloaded before a digit can be read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, open } from './browser';
import { root, written } from './data';
import { answer, seven, write } from './handwriting';
import { digits, painted, plain } from './paper';

const packedSize = (path: string) =>
  brotliCompressSync(readFileSync(join(root, 'build/web', path))).length;

/** Opens the page, reads a digit, and returns all requests from the start. */
async function readDigit(): Promise<{ page: Page; requests: Set<string> }> {
  const page = await open();
  const requests = new Set<string>();
  page.context().on('request', (request) => requests.add(new URL(request.url()).pathname));
  await page.reload();
  await write(page, seven);
  await answer(page);
  return { page, requests };
}

test('downloads at most 80 KB of engine and 200 KB of model before a digit can be read', async () => {
  const { requests } = await readDigit();
  const sum = (kind: RegExp) =>
    [...requests]
      .filter((path) => kind.test(path))
      .reduce((total, path) => total + packedSize(path), 0);
  const engine = sum(/\/engine-|Worker-/);
  expect(engine).toBeGreaterThan(30_000);
  expect(engine).toBeLessThanOrEqual(80_000);
  const model = sum(/\.safetensors$/);
  expect(model).toBeGreaterThan(50_000);
  expect(model).toBeLessThanOrEqual(200_000);
});

test('loads the engine for pictures only when a picture is chosen', async () => {
  const { page, requests } = await readDigit();
  const reads = () => [...requests].filter((path) => /\/pictures-|\/picturesWorker-/.test(path));
  expect(reads()).toEqual([]);
  const picture = written('digits.png', await painted(page, digits, plain));
  await page.getByTestId('picture-file').setInputFiles(picture);
  await page.getByTestId('picture').waitFor();
  expect(await answer(page)).toBe('717');
  expect(reads().length).toBe(3); // the worker, its JavaScript and its WebAssembly
});

test('loads the training engine only when its view is opened', async () => {
  const { page, requests } = await readDigit();
  const trains = () => [...requests].some((path) => /\/training-|\/trainingWorker-/.test(path));
  expect(trains()).toBe(false);
  await goTo(page, 'train');
  await expect.poll(trains).toBe(true);
});
