// Keys without Ctrl are shortcuts only while the focus is in the Read view (WCAG 2.1.4).
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open } from './browser';
import { answer, seven, write, writeWithFinger } from './handwriting';

const summary = (page: Page) => page.getByTestId('corrections-summary');
const erasing = (page: Page) => page.getByTestId('erase').getAttribute('aria-pressed');

async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
}

test('letter and digit keys do nothing without the focus or with the focus in the header', async () => {
  const page = await open();
  await write(page, seven);
  expect(await answer(page)).toBe('7');
  for (const away of [leave, (on: Page) => on.getByTestId('tab-read').focus()]) {
    await away(page);
    for (const key of ['5', 'e', '[']) await page.keyboard.press(key);
  }
  expect(await answer(page)).toBe('7');
  expect(await erasing(page)).toBe('false');
  await page.getByRole('button', { name: 'Pen: medium' }).waitFor();
  expect(await summary(page).textContent()).toBe('None yet');
  await page.keyboard.press('Control+z'); // not a single-character shortcut
  expect(await answer(page)).toBe('');
});

test.each([
  ['the mouse', false],
  ['a finger', true],
])('the pad has the focus after drawing with %s', async (_, phone) => {
  const page = await open({ phone });
  await page.getByTestId('tab-read').focus();
  await (phone ? writeWithFinger(page, seven) : write(page, seven));
  expect(await answer(page)).toBe('7');
  await page.keyboard.press('5');
  await expect.poll(() => answer(page)).toBe('5');
  await page.keyboard.press('e');
  expect(await erasing(page)).toBe('true');
});

test('work by keyboard from the tools and the answer', async () => {
  const page = await open();
  await write(page, seven);
  await answer(page);
  await leave(page);
  await page.getByTestId('clear').focus();
  await page.keyboard.press('e');
  expect(await erasing(page)).toBe('true');
  await page.getByTestId('digit').focus();
  await page.keyboard.press('4');
  await expect.poll(() => answer(page)).toBe('4');
});

test('are listed, and switching them off is remembered', async () => {
  const page = await open();
  await page.getByTestId('shortcuts').click();
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const text of ['0–9', 'Correct the digit', 'Redo', 'when the pad']) {
    await help.getByText(text, { exact: false }).first().waitFor();
  }
  await page.getByTestId('single-keys').uncheck();
  await page.reload();
  await write(page, seven);
  expect(await answer(page)).toBe('7');
  await page.getByTestId('fix').click();
  await page.getByTestId('fix-5').waitFor();
  expect(await page.getByTestId('fix-panel').textContent()).not.toContain('type');
  await page.keyboard.press('Escape');
  expect(await page.getByTestId('correct-5').getAttribute('aria-keyshortcuts')).toBe(null);
  expect(await page.getByTestId('erase').getAttribute('title')).toBe('Eraser');
  for (const key of ['5', 'e']) await page.keyboard.press(key);
  expect(await answer(page)).toBe('7');
  expect(await erasing(page)).toBe('false');
  await page.getByTestId('shortcuts').click();
  await page.getByTestId('single-keys').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('5'); // the button has the focus again
  await expect.poll(() => answer(page)).toBe('5');
});
