import type { Page } from 'playwright-core';
import { runIs } from './browser';

/** Trains on a file with this many images, and returns the page's text about its engine. */
export async function trainOn(
  page: Page,
  csv: string,
  { images, epochs }: { images: number; epochs: number },
): Promise<string> {
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText(String(images)).waitFor();
  await page.getByTestId('epochs').fill(String(epochs));
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished');
  return (await page.getByTestId('engine').textContent()) ?? '';
}
