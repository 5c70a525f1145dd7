// The page's theme, by the colour of its background.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** Switches from the system's theme to the dark one. Returns its background. */
export async function chooseDark(page: Page): Promise<string> {
  const light = await ground(page);
  await page.getByRole('button', { name: 'Theme' }).click(); // light
  await page.getByRole('button', { name: 'Theme' }).click(); // dark
  const dark = await ground(page);
  expect(dark).not.toBe(light);
  return dark;
}
