import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, makeFaster, open, url, validationAccuracy } from './browser';
import { trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { trainOn } from './training';

const csv = written('variants.csv', trainCsv(300));

async function openWith(
  variant: string,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const page = await open({ provoked: /Failed to fetch|ERR_/ });
  await prepare?.(page);
  await page.goto(`${url}?engine=${variant}`);
  return page;
}

/** Reads a digit, trains briefly, and returns the page's text about its engine. */
async function readAndTrain(page: Page): Promise<string> {
  await write(page, seven);
  expect(await answer(page)).toBe('7');
  await goTo(page, 'train');
  const facts = await trainOn(page, csv, { images: 300, epochs: 4 });
  expect(await validationAccuracy(page)).toBeGreaterThan(0.3);
  return facts;
}

describe('a variant requested in the address', () => {
  test('simd, the simplest, reads and trains', async () => {
    const facts = await readAndTrain(await openWith('simd'));
    expect(facts).toContain('Reading uses SIMD, one thread');
    expect(facts).toContain('Training uses SIMD, one thread');
  });

  test('relaxed-threads trains with several threads and reads with one', async () => {
    const facts = await readAndTrain(await openWith('relaxed-threads'));
    expect(facts).toContain('Reading uses relaxed SIMD, one thread');
    expect(facts).toMatch(/Training uses relaxed SIMD, \d+\sthreads/);
    expect(facts).not.toContain('couldn’t start');
  });

  test('that doesn’t exist shows a notice, and the best one runs', async () => {
    const facts = await readAndTrain(await openWith('fastest'));
    expect(facts).toContain('There’s no engine called “fastest”');
    expect(facts).toMatch(/Training uses (relaxed )?SIMD/);
  });
});

test('the faster kernels train, and read from the next visit on', async () => {
  const page = await open();
  await makeFaster(page, 'simd');
  expect(await readAndTrain(page)).toMatch(/Training uses SIMD, \d+\sthreads/);
  await goTo(page, 'read');
  await page.reload();
  const facts = await readAndTrain(page);
  expect(facts).toContain('Reading uses SIMD, one thread');
  expect(facts).toMatch(/Training uses SIMD, \d+\sthreads/);
});

test('threads that hang at startup are replaced by one thread', async () => {
  const body = 'export default () => new Promise(() => {})';
  const page = await openWith('relaxed-threads', (page) =>
    page.route('**/training-relaxed-threads.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    ),
  );
  const facts = await readAndTrain(page);
  expect(facts).toContain('Training uses relaxed SIMD, one thread');
  expect(facts).toContain('Threads couldn’t start');
});

test('shows what is missing in a browser without SIMD', async () => {
  const page = await openWith('simd', (page) =>
    page.addInitScript(() => {
      WebAssembly.validate = () => false;
    }),
  );
  expect(await page.getByTestId('error').textContent()).toContain(
    'doesn’t support WebAssembly SIMD',
  );
});
