// Screenshots of the forms view.
import type { Page } from 'playwright-core';
import { written } from '../data';
import { scannedGrid } from '../paper';
import type { Take } from './camera';

export async function formsView(page: Page, take: Take): Promise<void> {
  await page.getByTestId('form-make').click();
  await page.getByTestId('form-start-marks').waitFor();
  await take('forms-start', 'page');
  await page.getByTestId('form-start-marks').click();
  await page.getByTestId('form-preview').waitFor();
  await page.getByTestId('column-add').click();
  await page.locator('[data-testid^=column-][data-testid$=-kind]').last().selectOption('decimal');
  await page.locator('[data-testid^=column-][data-testid$=-checks]').last().click();
  await page.locator('[data-testid=form-print]:enabled').waitFor();
  await take('forms-form', 'page');
  await page.getByTestId('forms-all').click();
  await page
    .getByTestId('form-blank')
    .setInputFiles(written('Sudoku.jpg', await scannedGrid(page)));
  await page.getByTestId('box-add').click();
  await page.getByTestId('grid-open').click();
  await page.getByTestId('grid-split').click();
  await page.getByTestId('custom-ready').waitFor();
  await take('forms-own', 'page');
  await page.getByTestId('forms-all').click();
  await page.getByTestId('form-item').nth(1).waitFor();
  await take('forms-list', 'page');
  await page.getByTestId('form-close').click();
  await page.getByTestId('read-as').waitFor();
  await take('forms-beside', 'page');
}
