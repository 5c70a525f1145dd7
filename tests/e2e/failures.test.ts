// What a person sees where a part of the page fails, and how they go on.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, open, url } from './browser';
import { answer, seven, write } from './handwriting';

const provoked = /broken by a test|404|Failed to fetch|assets\//;

/** Breaks what writes numbers, or mends it. */
function breakNumbers(page: Page, broken: boolean): Promise<void> {
  return page.evaluate((breaks) => {
    const kept = globalThis as unknown as { whole?: PropertyDescriptor | undefined };
    const { prototype } = Intl.NumberFormat;
    kept.whole ??= Object.getOwnPropertyDescriptor(prototype, 'format');
    const get = () => {
      throw new Error('broken by a test');
    };
    Object.defineProperty(
      prototype,
      'format',
      breaks ? { ...kept.whole, get } : (kept.whole ?? {}),
    );
  }, broken);
}

test('a view that fails says so, leaves the others alone, and can be tried again', async () => {
  const page = await open({ provoked });
  await write(page, seven);
  await answer(page);
  await breakNumbers(page, true);
  await goTo(page, 'about');
  await page.getByTestId('error').filter({ hasText: 'went wrong here' }).waitFor();
  await breakNumbers(page, false);
  await page.getByTestId('view-retry').click();
  await page.getByRole('heading', { name: 'About Inkling' }).waitFor();
  await goTo(page, 'read');
  expect(await answer(page)).toBe('7');
});

test('a view that failed is drawn anew when one comes back to it', async () => {
  const page = await open({ provoked });
  await page.getByTestId('pad').waitFor();
  await breakNumbers(page, true);
  await goTo(page, 'about');
  await page.getByTestId('error').waitFor();
  await breakNumbers(page, false);
  await goTo(page, 'read');
  await page.getByTestId('pad').waitFor();
  await goTo(page, 'about');
  await page.getByRole('heading', { name: 'About Inkling' }).waitFor();
});

const gone = (page: Page, files: string) =>
  page.route(files, (route) => route.fulfill({ status: 404 }));

test('a page whose files are gone from the host says so in its language, and loads again', async () => {
  const page = await open({ provoked, locale: 'de-DE' });
  await gone(page, '**/assets/page-*.js');
  await page.goto(`${url}?again`);
  await page.getByTestId('error').getByText('konnte nicht geladen werden').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.unroute('**/assets/page-*.js');
  await page.getByRole('button', { name: 'Neu laden' }).click();
  await page.getByTestId('pad').waitFor();
});

test('a page without even its first script does not stay blank', async () => {
  const page = await open({ provoked });
  await gone(page, '**/assets/index-*.js');
  await page.goto(`${url}?again`);
  const words = page.getByText('couldn’t be loaded');
  expect(await words.isVisible()).toBe(false);
  await words.waitFor();
  await page.unroute('**/assets/index-*.js');
  await page.getByRole('link', { name: 'Reload' }).click();
  await page.getByTestId('pad').waitFor();
});
