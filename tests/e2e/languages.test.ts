import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, open, runIs } from './browser';
import { trainCsv, written } from './data';
import { answer, one, padBox, seven, write } from './handwriting';
import { trainOn } from './training';

const viewNames = ['read', 'train', 'sheets', 'about'] as const;
const others = ['de', 'es', 'fr', 'zh', 'ja', 'ar'];

function root(page: Page): Promise<[string, string]> {
  return page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
}

async function useLanguage(page: Page, language: string): Promise<void> {
  await page.getByTestId('language').selectOption(language);
  await page.locator(`html[lang^=${language}]`).waitFor();
}

describe('the language', () => {
  test('is the browser’s from the first word on, and no other is loaded', async () => {
    const page = await open({ locale: 'de-AT' });
    await page.getByText('bleibt auf diesem Gerät').waitFor();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const tab = document.getElementById('tab-read');
        if (tab) seen.add(tab.innerText.trim());
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.reload();
    await page.getByText('bleibt auf diesem Gerät').waitFor();
    const seen = await page.evaluate(() => [...(globalThis as unknown as { seen: string[] }).seen]);
    expect(seen).toEqual(['Lesen']);
    expect(await root(page)).toEqual(['de', 'ltr']);
    expect(await page.title()).toBe('Lesen · Inkling');
    const languages = requests.filter((path) => /assets\/(de|es|fr|zh|ja|ar)-/.test(path));
    expect(languages).toEqual([expect.stringMatching(/assets\/de-/)]);
  });

  test.each(['C', '', 'en_US.UTF-8'])(
    'of a system that reports "%s" is English, and all views open',
    async (called) => {
      const page = await open();
      await page.addInitScript((tag) => {
        const get = (value: unknown) => ({ get: () => value });
        Object.defineProperties(Navigator.prototype, { language: get(tag), languages: get([tag]) });
      }, called);
      await page.reload();
      await page.getByText('stays on this device').waitFor();
      await goTo(page, 'train');
      await page.getByTestId('train-start').waitFor();
      expect(await root(page)).toEqual(['en', 'ltr']);
    },
  );

  test('changes in the header, keeps the content and is remembered', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('data-file').setInputFiles(written('words.csv', trainCsv(200)));
    await page.getByTestId('data-summary').getByText('200').waitFor();
    await page.getByTestId('epochs').fill('900');
    await page.getByTestId('train-start').click();
    await runIs(page, 'running');
    await page.getByTestId('language').focus();
    await useLanguage(page, 'es');
    await page.getByTestId('train-stop').getByText('Detener').waitFor();
    await page.getByTestId('data-summary').getByText('200 imágenes').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.getByTestId('train-stop').click();
    await runIs(page, 'finished');
    await page.reload();
    await page.getByTestId('train-start').getByText('Entrenar').waitFor();
    expect(await root(page)).toEqual(['es', 'ltr']);
    await useLanguage(page, 'en');
    await page.getByTestId('train-start').getByText('Train').waitFor();
  });

  test('stays the same with an error message if the new one can’t be loaded', async () => {
    const page = await open({ provoked: /ERR_FAILED/ });
    await page.route('**/assets/ja-*.js', (route) => route.abort());
    await page.getByTestId('language').selectOption('ja');
    await page.getByTestId('language-missing').getByText('日本語').waitFor();
    expect(await page.getByTestId('language').inputValue()).toBe('en');
    expect(await root(page)).toEqual(['en', 'ltr']);
  });

  test('falls back to English if the browser’s can’t be loaded', async () => {
    const page = await open({ locale: 'fr', provoked: /ERR_FAILED/ });
    await page.route('**/assets/fr-*.js', (route) => route.abort());
    await page.reload();
    await page.getByText('stays on this device').waitFor();
    expect(await root(page)).toEqual(['en', 'ltr']);
  });
});

describe('right-to-left languages', () => {
  test('mirror the views and their arrow keys', async () => {
    const page = await open({ locale: 'ar' });
    await page.getByTestId('tab-train').waitFor();
    expect(await root(page)).toEqual(['ar', 'rtl']);
    const left = async (view: string) =>
      (await page.getByTestId(`tab-${view}`).boundingBox())?.x ?? 0;
    expect(await left('read')).toBeGreaterThan(await left('train'));
    await page.getByTestId('tab-read').focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByTestId('train-start').waitFor();
    expect(page.url()).toMatch(/#train$/);
  });

  test('show numbers from left to right', async () => {
    const page = await open({ locale: 'ar' });
    const beside = one.map((stroke) => stroke.map(([x, y]): [number, number] => [x + 100, y]));
    await write(page, [...seven, ...beside]);
    expect(await answer(page)).toBe('71');
    const left = (element: Element) => element.getBoundingClientRect().left;
    const [first = 0, second = 0] = await Promise.all(
      [0, 1].map((at) => page.getByTestId('digit').nth(at).evaluate(left)),
    );
    expect(first).toBeLessThan(second);
  });

  test('show matrix and counts from left to right', async () => {
    const page = await open({ locale: 'ar', view: 'train' });
    await page.getByTestId('data-file').setInputFiles(written('right.csv', trainCsv(200)));
    await page.getByTestId('data-summary').getByText('200').waitFor();
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    const places = await page
      .getByTestId('confusion')
      .locator('thead th')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});

test('at 360 pixels, a run can be started, paused and stopped in any language', async () => {
  const page = await open({ size: { width: 360, height: 740 }, view: 'train' });
  await page.getByTestId('data-file').setInputFiles(written('again.csv', trainCsv(200)));
  await page.getByTestId('data-summary').getByText('200').waitFor();
  await page.getByTestId('epochs').fill('1');
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished');
  for (const language of ['en', ...others]) {
    await useLanguage(page, language);
    for (const button of ['train-start', 'train-pause', 'train-stop']) {
      const { x, width } = (await page.getByTestId(button).boundingBox()) ?? { x: -1, width: 0 };
      expect(x, `${language}, ${button}`).toBeGreaterThanOrEqual(0);
      expect(x + width, `${language}, ${button}`).toBeLessThanOrEqual(360);
    }
  }
});

test('training results fit on a phone in any language', async () => {
  const page = await open({ view: 'train', size: { width: 360, height: 740 } });
  await trainOn(page, written('train.csv', trainCsv(300)), { images: 300, epochs: 1 });
  for (const card of ['data', 'network', 'results', 'runs'])
    await page.locator(`#title-${card} button`).click();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const language of ['en', ...others]) {
    await useLanguage(page, language);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, language).toBe(360);
  }
});

test.each([320, 360, 720])('nothing is wider than %i pixels in any language', async (width) => {
  const page = await open({ size: { width, height: 740 } });
  const tops: number[] = [];
  for (const language of ['en', ...others]) {
    await useLanguage(page, language);
    for (const view of viewNames) {
      await goTo(page, view);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${language}, ${view}`).toBe(width);
      if (view === 'read') tops.push((await padBox(page)).y);
    }
  }
  // The pad stays in place when the first word below the answer changes.
  expect(new Set(tops).size).toBe(1);
});
