// Screenshots of the sheets view.
import type { Page } from 'playwright-core';
import type { Take } from './camera';

export async function sheetsView(page: Page, take: Take): Promise<void> {
  await page.getByTestId('sheets-example').waitFor();
  await take('sheets-empty');
  await page.getByTestId('sheets-example').click();
  await page.getByTestId('sheet-row').nth(13).waitFor();
  await page.getByTestId('sheets-progress').waitFor({ state: 'detached' });
  await take('sheets-table', 'page');
  await page.getByTestId('sheets-review').click();
  await page.getByTestId('cut-out').waitFor();
  await take('sheets-review');
  await page.getByTestId('review-accept').click();
  await page.getByTestId('cut-out').waitFor({ state: 'detached' });
  await take('sheets-checked');
}
