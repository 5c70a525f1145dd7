// The visible pen: fine, medium or broad, all with the same reading.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open } from './browser';
import { answer, padBox, seven, write } from './handwriting';

/** Returns how many pixels of the pad have ink, once painted. */
function inked(page: Page): Promise<number> {
  return page.getByTestId('pad').evaluate(async (canvas: HTMLCanvasElement) => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.filter((value, at) => at % 4 === 3 && value > 127).length ?? 0;
  });
}

/** Returns everything shown about the drawing: answer, probabilities and the model's input. */
async function read(page: Page): Promise<unknown> {
  const image = page.getByRole('img', { name: 'read as 7' }).locator('canvas');
  return [
    await answer(page),
    await page.getByTestId('bars').textContent(),
    await image.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()),
  ];
}

test('a broad pen thickens existing ink, doesn’t change the reading, and is remembered', async () => {
  const page = await open();
  await write(page, seven);
  const before = await read(page);
  const medium = await inked(page);
  await page.getByTestId('pen').click();
  await page.getByText('read the same way').waitFor();
  await page.getByTestId('pen-broad').check();
  const broad = await inked(page);
  expect(broad / medium).toBeGreaterThan(1.5);
  await page.getByTestId('pen-fine').check();
  expect((await inked(page)) / medium).toBeLessThan(0.7);
  await page.getByTestId('pen-broad').check();
  expect(await read(page)).toEqual(before);

  await page.reload();
  await write(page, seven); // outside the popover, which closes
  expect(await read(page)).toEqual(before);
  expect(await inked(page)).toBe(broad);
  await page.getByRole('button', { name: 'Pen: broad' }).waitFor();
});

test('ignores an invalid stored pen', async () => {
  const page = await open();
  await page.getByTestId('pen').waitFor();
  await page.evaluate(() => localStorage.setItem('inkling-pen', '900'));
  await page.reload();
  await page.getByRole('button', { name: 'Pen: medium' }).waitFor();
});

test('arrow keys choose a pen and keep the drawing', async () => {
  const page = await open();
  await write(page, seven);
  const before = await read(page);
  const medium = await inked(page);
  await page.getByTestId('pen').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=pen-medium]:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-testid=pen-broad]:focus').waitFor();
  expect(await inked(page)).toBeGreaterThan(medium);
  await page.keyboard.press('Escape'); // closes the popover without clearing the pad
  await page.locator('[data-testid=pen]:focus').waitFor();
  expect(await page.getByTestId('pen-widths').isVisible()).toBe(false);
  expect(await read(page)).toEqual(before);
});

test('bracket keys choose a pen, which is announced', async () => {
  const page = await open();
  await write(page, seven);
  await answer(page);
  const medium = await inked(page);
  await page.keyboard.press('[');
  await page.locator('[aria-live=polite]').getByText('Pen: fine').waitFor();
  expect(await inked(page)).toBeLessThan(medium);
  for (const key of [']', ']', ']']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Pen: broad' }).waitFor();
  expect(await inked(page)).toBeGreaterThan(medium);
  expect(await answer(page)).toBe('7');
});

test.each([
  [390, 844],
  [360, 640],
])(
  'drawing continues while the choice is open and closes it, at %i × %i',
  async (width, height) => {
    const page = await open({ phone: true, size: { width, height } });
    await page.getByTestId('pen').click();
    await page.getByTestId('pen-fine').check();
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await page.getByTestId('pen-widths').waitFor({ state: 'hidden' });
  },
);

test('the choice opens at its button, within the window, in either text direction', async () => {
  for (const locale of ['en', 'ar']) {
    const page = await open({ size: { width: 320, height: 640 }, locale });
    await page.getByTestId('pen').click();
    const { x, y, width, height } = await padBox(page, page.getByTestId('pen-widths'));
    const button = await padBox(page, page.getByTestId('pen'));
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(320);
    expect(y + height).toBeLessThanOrEqual(640);
    const away = Math.max(y - (button.y + button.height), button.y - (y + height));
    expect(away).toBeLessThan(10);
  }
});

test('the pad’s tools stay inside it in any language, with and without names', async () => {
  const page = await open();
  await write(page, seven);
  await answer(page);
  for (const language of ['en', 'de', 'es', 'fr', 'zh', 'ja', 'ar']) {
    await page.getByTestId('language').selectOption(language);
    await page.locator(`html[lang^=${language}]`).waitFor();
    for (const width of [320, 360, 834]) {
      await page.setViewportSize({ width, height: 700 });
      for (const tool of ['undo', 'clear', 'pen', 'boxes', 'camera']) {
        const box = await padBox(page, page.getByTestId(tool));
        const where = `${language}, ${tool} at ${width}`;
        expect(box.x, where).toBeGreaterThanOrEqual(16);
        expect(box.x + box.width, where).toBeLessThanOrEqual(width - 16);
      }
    }
  }
});
