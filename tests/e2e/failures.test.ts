// Failures of a part of the page, and how to recover.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, open, url } from './browser';
import { answer, seven, write } from './handwriting';

const provoked = /broken by a test|404|Failed to fetch|assets\//;

/** Breaks number formatting, or repairs it. */
function breakNumbers(page: Page, broken: boolean): Promise<void> {
  return page.evaluate((breaks) => {
    const saved = globalThis as unknown as { whole?: PropertyDescriptor | undefined };
    const { prototype } = Intl.NumberFormat;
    saved.whole ??= Object.getOwnPropertyDescriptor(prototype, 'format');
    const get = () => {
      throw new Error('broken by a test');
    };
    Object.defineProperty(
      prototype,
      'format',
      breaks ? { ...saved.whole, get } : (saved.whole ?? {}),
    );
  }, broken);
}

test('a failing view shows an error, can be retried, and doesn’t affect the others', async () => {
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

test('a failed view is created again on the next visit', async () => {
  const page = await open({ provoked });
  await page.getByTestId('tab-about').waitFor();
  await breakNumbers(page, true);
  await goTo(page, 'about');
  await page.getByTestId('error').waitFor();
  await breakNumbers(page, false);
  await goTo(page, 'read');
  await page.getByTestId('pad').waitFor();
  await goTo(page, 'about');
  await page.getByRole('heading', { name: 'About Inkling' }).waitFor();
});

const removeFiles = (page: Page, files: string) =>
  page.route(files, (route) => route.fulfill({ status: 404 }));

test('shows an error in the page’s language, with a reload button, if its files are gone from the host', async () => {
  const page = await open({ provoked, locale: 'de-DE' });
  await removeFiles(page, '**/assets/page-*.js');
  await page.goto(`${url}?again`);
  await page.getByTestId('error').getByText('konnte nicht geladen werden').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.unroute('**/assets/page-*.js');
  await page.getByRole('button', { name: 'Neu laden' }).click();
  await page.getByTestId('pad').waitFor();
});

test('shows the error if a host answers with a page in place of a script', async () => {
  const page = await open({ provoked: /MIME type|Failed to fetch/ });
  await page.route('**/assets/page-*.js', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
  );
  await page.goto(`${url}?again`);
  await page.getByTestId('error').getByText('couldn’t be loaded').waitFor();
  await page.unroute('**/assets/page-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByTestId('pad').waitFor();
});

test('the page isn’t blank if even its first script is missing', async () => {
  const page = await open({ provoked });
  await removeFiles(page, '**/assets/index-*.js');
  await page.goto(`${url}?again`);
  const words = page.getByText('couldn’t be loaded');
  expect(await words.isVisible()).toBe(false);
  await words.waitFor();
  await page.unroute('**/assets/index-*.js');
  await page.getByRole('link', { name: 'Reload' }).click();
  await page.getByTestId('pad').waitFor();
});

test.each([
  ['the forms', 'sheets', 'FormsView', 'form-make'],
  ['the camera in Sheets', 'sheets', 'CameraDialog', 'sheets-camera'],
  ['the camera in Read', 'read', 'CameraDialog', 'camera'],
] as const)('%s can be loaded again after a failure', async (_, view, part, button) => {
  const page = await open({ view, provoked: /ERR_FAILED|Failed to fetch/ });
  await page.route(`**/assets/${part}-*.js`, (route) => route.abort());
  await page.getByTestId(button).click();
  await page.getByTestId('error').getByText('couldn’t be loaded').waitFor();
  await page.unroute(`**/assets/${part}-*.js`);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByTestId(button).click();
  await page.locator('[data-testid=form-start-marks], dialog[open]').waitFor();
});
