// The controls next to the answer: the model's name and the actions.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, open } from './browser';
import { trainCsv, written } from './data';
import { answer, beside, one, seven, write, writeWithFinger } from './handwriting';
import { trainOn } from './training';

const chip = (page: Page) => page.getByTestId('model-chip');
const small = { phone: true, size: { width: 360, height: 640 } };
const laptop = { size: { width: 1280, height: 800 } };

async function useLanguage(page: Page, language: string): Promise<void> {
  await page.getByTestId('language').selectOption(language);
  await page.locator(`html[lang^=${language}]`).waitFor();
}

describe('the model in use', () => {
  test('is named next to the answer, stays after a reload, and gives way to the built-in one in one click', async () => {
    const page = await open({ view: 'train' });
    await trainOn(page, written('train.csv', trainCsv(300)), { images: 300, epochs: 1 });
    await page.getByTestId('next-use').click();
    await page.getByTestId('pad').waitFor();
    await chip(page)
      .getByText(/, run 1$/)
      .waitFor();
    await write(page, one);
    expect(await answer(page)).not.toBe('');
    await page.reload();
    await chip(page)
      .getByText(/, run 1$/)
      .waitFor();
    await chip(page).click();
    await page.getByTestId('model-built-in').click();
    await chip(page).getByText('Built-in', { exact: true }).waitFor();
    expect(await page.getByTestId('model-panel').isVisible()).toBe(false);
    await page.reload();
    await chip(page).getByText('Built-in', { exact: true }).waitFor();
  });

  test('shows how many corrections it learned from, also after a reload, in the page’s language', async () => {
    const page = await open();
    await write(page, one);
    await answer(page);
    await page.keyboard.press('1');
    await page.locator('#title-corrections button').click();
    await page.getByTestId('few-corrections').getByText('fewer than 10').waitFor();
    await page.getByTestId('learn').click();
    await page.getByTestId('learned').waitFor();
    await chip(page).getByText('Built-in with your correction', { exact: true }).waitFor();
    await page.reload();
    await chip(page).getByText('Built-in with your correction', { exact: true }).waitFor();
    await useLanguage(page, 'de');
    await chip(page).getByText('Eingebaut mit Ihrer Korrektur', { exact: true }).waitFor();
  });
});

describe('a misread digit', () => {
  test.each([
    ['a phone', small],
    ['a laptop', laptop],
  ])('is corrected next to the answer, without scrolling, on %s', async (_, options) => {
    const page = await open(options);
    await (options === small ? writeWithFinger : write)(page, seven);
    expect(await answer(page)).toBe('7');
    const place = await page.getByTestId('fix').boundingBox();
    expect((place?.y ?? 1000) + (place?.height ?? 0)).toBeLessThanOrEqual(options.size.height);
    await page.getByTestId('fix').click();
    await page.getByTestId('fix-2').click();
    await expect.poll(() => answer(page)).toBe('2');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.getByTestId('corrections-summary').getByText('1').waitFor();
    await page.getByTestId('forget').click();
    await expect.poll(() => answer(page)).toBe('7');
    await page.getByTestId('corrections-summary').getByText('None yet').waitFor();
    expect(await page.getByTestId('digit').evaluate((tab) => tab === document.activeElement)).toBe(
      true,
    );
  });

  test('in a picture is corrected in the same way', async () => {
    const page = await open();
    await page.getByTestId('examples').click();
    await page.getByTestId('example-chalk').click();
    await expect.poll(() => answer(page)).toBe('396');
    await page.getByTestId('fix').click();
    await page.getByTestId('fix-8').click();
    await expect.poll(() => answer(page)).toBe('896');
    await page.getByTestId('corrections-summary').getByText('1').waitFor();
  });
});

test('copies the number as shown, with corrections', async () => {
  const page = await open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await write(page, beside(seven, one));
  expect(await answer(page)).toBe('71');
  await page.getByText(/^All digits: \d+(\.\d)?% confident$/).waitFor();
  await page.keyboard.press('2');
  await expect.poll(() => answer(page)).toBe('21');
  await page.getByTestId('copy').click();
  await page.getByTestId('copy').getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('21');
});

test('screen readers get corrections, in the current language', async () => {
  const page = await open();
  await write(page, seven);
  await answer(page);
  const heard = page.locator('[data-testid=answer] [aria-live]');
  await heard.getByText(/^7, .* confident$/).waitFor({ state: 'attached' });
  await useLanguage(page, 'de');
  await heard.getByText(/^7, .* sicher$/).waitFor({ state: 'attached' });
  await page.getByTestId('fix').click();
  await page.getByTestId('fix-2').click();
  await heard.getByText(/^Zu 2 korrigiert/).waitFor({ state: 'attached' });
  await page.getByRole('tabpanel', { name: '2, von Ihnen korrigiert' }).waitFor();
  await useLanguage(page, 'en');
  await heard.getByText(/^Corrected to 2/).waitFor({ state: 'attached' });
});

test('an error message follows a later change of language', async () => {
  const page = await open();
  await page.getByTestId('picture-file').setInputFiles(written('no.png', 'no picture'));
  await page.getByTestId('error').getByText('can’t be opened').waitFor();
  await useLanguage(page, 'de');
  await page.getByTestId('error').getByText('lässt sich nicht öffnen').waitFor();
});

describe('on a phone of 360 x 640', () => {
  /** Lists controls smaller than a touch target, by name. */
  function tooSmall(page: Page): Promise<string[]> {
    return page.evaluate(() =>
      [...document.querySelectorAll('button, summary, .button, [role=tab], label:has(input)')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
        .map(({ one, box }) => `${one.textContent?.trim()} ${box.width} x ${box.height}`),
    );
  }

  test('all touch targets are large enough', async () => {
    const page = await open(small);
    expect(await tooSmall(page)).toEqual([]);
    await writeWithFinger(page, seven);
    await answer(page);
    expect(await tooSmall(page)).toEqual([]);
    await page.getByTestId('fix').tap();
    await page.getByTestId('fix-2').tap();
    await page.getByTestId('forget').waitFor();
    expect(await tooSmall(page)).toEqual([]);
    await goTo(page, 'about');
    expect(await tooSmall(page)).toEqual([]);
  });

  test('pad, tools and answer are visible together', async () => {
    const page = await open(small);
    await page.getByTestId('pad').waitFor();
    for (const id of ['undo', 'clear', 'picture-file', 'examples', 'model-chip']) {
      const box = await page.getByTestId(id).boundingBox();
      expect((box?.y ?? 1000) + (box?.height ?? 0), id).toBeLessThanOrEqual(640);
    }
    expect(await page.getByTestId('undo').getByText('Undo').isVisible()).toBe(true);
  });
});
