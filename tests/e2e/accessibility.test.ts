// WCAG 2.2 AA, as far as a program can check: axe-core on every view in its states, keyboard-only use, and
// visibility at any size and in any colours.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { settled, violations } from './axe';
import { goTo, goToNetwork, type OpenOptions, open, runIs, type View } from './browser';
import { modelAsking, trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { digits, painted, plain } from './paper';
import { chooseDark, ground } from './theme';
import { trainOn } from './training';

async function nothingFound(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0)); // a half-scrolled element under the header would count as covered
  expect(await violations(page), state).toEqual([]);
}

async function readView(page: Page): Promise<void> {
  await page.getByTestId('pad').waitFor();
  await page.locator('[data-testid=answer][aria-busy=false]').waitFor();
  await nothingFound(page, 'empty pad');
  await write(page, seven);
  await answer(page);
  await nothingFound(page, 'read');
  await page.getByTestId('pen').click();
  await page.getByTestId('pen-widths').waitFor();
  await nothingFound(page, 'pens');
  await page.keyboard.press('Escape');
  await page.locator('#title-why button').click();
  await page.locator('[data-testid=why-map][aria-busy=false]').waitFor();
  await nothingFound(page, 'why');
  await page.keyboard.press('2');
  await page.locator('#title-corrections button').click();
  await page.getByTestId('corrections').waitFor();
  await nothingFound(page, 'corrected');
  await page.getByTestId('corrections-clear').click();
  await page.getByTestId('corrections-undo').waitFor();
  await nothingFound(page, 'corrections removed');
}

async function pictures(page: Page): Promise<void> {
  const choose = (name: string, content: string | Uint8Array) =>
    page.getByTestId('picture-file').setInputFiles(written(name, content));
  await choose('broken.png', 'can’t be opened');
  await page.getByTestId('error').waitFor();
  await nothingFound(page, 'can’t be opened');
  await choose('digits.png', await painted(page, digits, plain));
  await page.getByTestId('outline').nth(2).waitFor();
  await nothingFound(page, 'picture');
  await choose('blank.png', await painted(page, [], plain));
  await page.locator('[data-testid=picture]').waitFor();
  await answer(page);
  await nothingFound(page, 'blank picture');
  await page.getByTestId('camera').click();
  await page.getByTestId('camera-error').waitFor();
  await nothingFound(page, 'no camera');
  await page.keyboard.press('Escape');
  await page.getByTestId('back-to-pad').click();
  await page.getByTestId('pad').waitFor();
}

async function trainView(page: Page): Promise<void> {
  await goToNetwork(page);
  await nothingFound(page, 'nothing loaded');
  await page.getByTestId('data-file').setInputFiles(written('axe.csv', trainCsv(200)));
  await page.getByTestId('data-summary').getByText('200').waitFor();
  await nothingFound(page, 'data');
  await page.getByTestId('edit-layers').click();
  await page.getByTestId('architecture').fill('relu | dance 3');
  await page.getByTestId('layer-problem').waitFor();
  await page.getByTestId('augment').check();
  await page.getByTestId('augment-preview').locator('canvas').first().waitFor();
  await page.getByTestId('more-settings').locator('summary').click();
  await nothingFound(page, 'own network');
  await page.getByTestId('layer-reset').click();
  await page.getByTestId('augment').uncheck();
  await page.getByTestId('epochs').fill('900');
  await page.getByTestId('train-start').click();
  await page.locator('[data-testid=train-progress]:not([data-epoch="0"])').waitFor();
  await nothingFound(page, 'training');
  await page.getByTestId('train-stop').click();
  await runIs(page, 'finished');
  await page.getByTestId('next-mistakes').click(); // opens the results, which are folded on a phone
  await page.getByTestId('worst').waitFor();
  const folded = page.getByTestId('show-confusion');
  if (await folded.isVisible()) await folded.click();
  await page.getByTestId('confusion').getByRole('button').first().click();
  await page.getByTestId('cell-images').getByRole('img').first().waitFor();
  for (const place of ['chart-table', 'reliability'])
    await page.getByTestId(place).locator('summary').click();
  await nothingFound(page, 'trained');
  await page.getByTestId('data-file').setInputFiles(written('bad.csv', 'a,b\n1,2\n'));
  await page.getByTestId('error').waitFor();
  await nothingFound(page, 'refused');
}

async function noDigit(page: Page): Promise<void> {
  await page.getByTestId('model-load').setInputFiles(modelAsking(1000));
  await page.getByTestId('model-shipped').waitFor();
  await goTo(page, 'read');
  await answer(page);
  await nothingFound(page, 'no digit');
}

const narrow = { width: 320, height: 640 }; // 1280 pixels at 400 % zoom
const zoomed = { width: 720, height: 450 }; // 1440 pixels at 200 % zoom

describe('axe finds no violations', () => {
  test.each<[string, OpenOptions]>([
    ['light', {}],
    ['dark', { dark: true }],
    ['on a phone, light', { phone: true }],
    ['on a phone, dark', { phone: true, dark: true }],
    ['at 200 %', { size: zoomed }],
    ['at 400 %', { size: narrow }],
    ['in forced colours', { forcedColours: true }],
    ['in forced colours, dark, on a phone', { forcedColours: true, dark: true, phone: true }],
    ['without motion', { stillness: true }],
    ['from right to left', { locale: 'ar' }],
  ])('%s', async (_, options) => {
    const page = await open(options);
    await readView(page);
    await pictures(page);
    await trainView(page);
    await noDigit(page);
    await goTo(page, 'about');
    await nothingFound(page, 'about');
    await page.locator('button[popovertarget=engine]:visible').first().click();
    await page.locator('#engine:popover-open').waitFor();
    await nothingFound(page, 'engine');
  });

  test('in data that have been corrected, searched and repaired', async () => {
    const page = await open({ view: 'train' });
    const broken = `${trainCsv(60).replace('\r\n1,0,', '\r\n1,none,')}not,a,row\r\n`;
    await page.getByTestId('data-file').setInputFiles(written('gallery-axe.csv', broken));
    await page.getByTestId('repairs').locator('summary').click();
    await page.getByTestId('rows-left-out').locator('summary').click();
    await page.getByTestId('all-images').click();
    await page.getByTestId('gallery').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('7');
    await page.getByTestId('label-overrides').getByText('1 relabelled, 1 excluded').waitFor();
    await page.getByTestId('find-duplicates').click();
    await page.getByTestId('gallery-duplicates').waitFor();
    await nothingFound(page, 'duplicates');
    await page.getByTestId('gallery-changed').check();
    await nothingFound(page, 'changed');
  });

  test('during and after learning from corrections', async () => {
    const page = await open();
    await write(page, seven);
    await answer(page);
    await page.keyboard.press('7');
    await page.locator('#title-corrections button').click();
    await page.getByTestId('learn').click();
    await page.evaluate(() => scrollTo(0, 0)); // otherwise the header may cover half of a button
    await page.getByRole('progressbar').waitFor();
    await nothingFound(page, 'learning');
    await page.getByTestId('learned').waitFor();
    await nothingFound(page, 'learned');
  });

  test('when the engine can’t start', async () => {
    const page = await open({ provoked: /./ });
    await page.route('**/*.wasm', (route) => route.abort());
    await page.reload();
    await page.getByTestId('error').waitFor();
    await nothingFound(page, 'failed');
  });
});

/**
 * Lists the controls that a finger may miss, as they are under 44 pixels wide or high. Links within sentences are
 * exempt, and so are the cells of the confusion matrix, of which there are a hundred.
 */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 44;
    const exempt = '[data-testid=confusion] *, p > a:not(:only-child), .unseen, [role=gridcell]';
    const controls = document.querySelectorAll<HTMLElement>('button, a, select, input, summary');
    const areas = [...controls].map((control) => control.closest('label') ?? control);
    const sizeOf = (area: HTMLElement) => {
      const { width, height } = area.getBoundingClientRect();
      const { position, width: wider, height: higher } = getComputedStyle(area, '::after');
      const around = position === 'absolute' ? [wider, higher].map(Number.parseFloat) : [0, 0];
      return [Math.max(width, around[0] ?? 0), Math.max(height, around[1] ?? 0)];
    };
    return [...new Set(areas)]
      .filter((area) => area.checkVisibility() && !area.matches(exempt))
      .map((area) => ({ area, size: sizeOf(area) }))
      .filter(({ size }) => size.some((length) => length > 0 && length < least - 0.5))
      .map(
        ({ area, size }) => `${area.outerHTML.slice(0, 120)} ${size.map(Math.round).join(' x ')}`,
      );
  });
}

describe('on a phone, fingers can hit', () => {
  const everything = async (page: Page) => expect(await smallTargets(page)).toEqual([]);

  test('everything on the pad, of a picture and of the model', async () => {
    const page = await open({ phone: true });
    await write(page, seven);
    await answer(page);
    await everything(page);
    await page.getByTestId('model-chip').click();
    await page.getByTestId('model-panel').getByRole('link').first().waitFor();
    await everything(page);
    await page.keyboard.press('Escape');
    await page.getByTestId('examples').click();
    await page.getByTestId('example-chalk').click();
    await page.getByTestId('crop').click();
    await page.getByTestId('crop-from').waitFor();
    await everything(page);
  });

  test('everything in training, its data, network, charts and runs', async () => {
    const page = await open({ phone: true, view: 'train' });
    const csv = written('targets.csv', trainCsv(200));
    await page.getByTestId('data-file').setInputFiles(csv);
    await page.getByTestId('all-images').click();
    await page.getByTestId('gallery').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('leave-out').waitFor();
    await page.getByTestId('edit-layers').click();
    await page.getByTestId('layer-1').waitFor();
    await everything(page);
    await trainOn(page, csv, { images: 200, epochs: 1 });
    await page.evaluate(() => {
      const cards = document.querySelectorAll<HTMLElement>('h2 > [aria-expanded=false]');
      for (const card of cards) card.click();
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    await page.getByTestId('chart-smoothing').waitFor();
    await page.getByTestId('run-row').waitFor();
    await everything(page);
  });

  test.each<View>(['sheets', 'about'])('everything in %s', async (view) => {
    const page = await open({ phone: true, view });
    await page.getByRole('heading').first().waitFor();
    await everything(page);
  });
});

test('a tapped button doesn’t look as if it stayed pressed', async () => {
  const page = await open({ phone: true });
  await write(page, seven);
  const background = () =>
    page.getByTestId('clear').evaluate((it) => getComputedStyle(it).backgroundColor);
  await page.mouse.move(0, 0);
  const before = await background();
  await page.getByTestId('clear').hover();
  await settled(page);
  expect(await background()).toBe(before);
});

/** Identifies the focused element by its testid or its text; '' if there is none. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return '';
    return element.dataset.testid ?? element.getAttribute('aria-label') ?? element.innerText.trim();
  });
}

/** Explains why the focus isn't visible; '' if it is. */
function hiddenFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const outlined = [element, element.closest('label')].some(
      (one) => one && getComputedStyle(one).outlineStyle !== 'none',
    );
    if (!outlined) return 'no outline';
    const { left, top, width, height } = element.getBoundingClientRect();
    const inside = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height] as const),
    );
    const seen = inside.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there && (element.contains(there) || there.contains(element));
    });
    return seen ? '' : 'covered';
  });
}

/** Presses Tab until the focus leaves the page, and lists where it was. */
async function walk(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === '') return stops;
    await settled(page);
    expect(await hiddenFocus(page), stop).toBe('');
    stops.push(stop);
    expect(stops.length).toBeLessThan(60);
  }
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`the focus never came to ${name}`);
}

describe('keyboard only', () => {
  test('the focus visits all controls in order and is visible', async () => {
    const page = await open({ stillness: true }); // scrolls without animation
    await page.getByText('stays on this device').waitFor();
    const header = ['Inkling', 'tab-read', /on your device/, 'language', /Theme/];
    const tools = ['model-chip', 'pen', 'picture-file', 'camera', 'examples', 'shortcuts'];
    const pad = [...tools, 'Show Why', 'Show Your corrections'];
    expect(await walk(page)).toEqual(
      [...header, ...pad].map((name) =>
        typeof name === 'string' ? name : expect.stringMatching(name),
      ),
    );
    await goTo(page, 'train');
    await page.locator('[data-testid="preset"]:enabled').waitFor(); // once the engine has started
    await page.getByTestId('tab-train').focus();
    const stops = await walk(page);
    const wanted = ['language', 'data-file', 'data-sample', 'preset', 'epochs', 'batch'];
    expect(stops.filter((stop) => wanted.includes(stop))).toEqual(wanted);
    expect(stops).toEqual(expect.arrayContaining(['augment', 'model-load', 'test-file']));
  });

  test('sticky elements never cover the focus on a small screen', async () => {
    const page = await open({ size: narrow, view: 'train', stillness: true });
    await page.getByTestId('data-sample').click();
    await page.getByTestId('data-summary').getByText('4,000').waitFor();
    await page.getByTestId('tab-train').focus();
    expect((await walk(page)).length).toBeGreaterThan(10);
  });

  test('trains on a file and stops', async () => {
    const page = await open();
    await page.getByText('stays on this device').waitFor();
    await tabTo(page, 'tab-read');
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('train-start').waitFor();
    const choosing = page.waitForEvent('filechooser'); // set up early, before a key could overtake it
    await tabTo(page, 'data-file');
    await page.keyboard.press('Space');
    await (await choosing).setFiles(written('keys.csv', trainCsv(200)));
    await page.getByTestId('data-summary').getByText('200').waitFor();
    await tabTo(page, 'epochs');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('900');
    await tabTo(page, 'train-start');
    await page.keyboard.press('Enter');
    await runIs(page, 'running');
    await tabTo(page, 'train-stop');
    await page.keyboard.press('Space');
    await runIs(page, 'finished');
  });

  test('switches views with the arrow keys', async () => {
    const page = await open();
    await page.getByTestId('tab-read').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('train-start').waitFor();
    expect(page.url()).toMatch(/#train$/);
    expect(await page.getByTestId('tab-train').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('sheets-file').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'About Inkling' }).waitFor();
  });
});

test('screen readers get the answer when the pen rests', async () => {
  const page = await open();
  await write(page, seven);
  await page
    .locator('[aria-live=polite]')
    .getByText(/^7, .* confident$/)
    .waitFor();
});

test('elements drawn with backgrounds stay visible in forced colours', async () => {
  const page = await open({ forcedColours: true });
  await write(page, seven);
  await answer(page);
  const [bar, ground] = await page.evaluate(() => {
    const best = document.querySelector('[data-testid=bars] .best .bar') as Element;
    return [best, document.documentElement].map((one) => getComputedStyle(one).backgroundColor);
  });
  expect(bar).not.toBe(ground);
  const tabs = await page.evaluate(() =>
    ['read', 'train'].map(
      (name) =>
        getComputedStyle(document.querySelector(`#tab-${name}`) as Element).borderBottomColor,
    ),
  );
  expect(tabs[0]).not.toBe(tabs[1]);
  await goTo(page, 'train');
  const choose = page.locator('.button.primary').first();
  expect(await choose.evaluate((it) => getComputedStyle(it).forcedColorAdjust)).toBe('none');
});

test('respects prefers-reduced-motion', async () => {
  const page = await open({ stillness: true });
  await page.locator('.load-failure').waitFor({ state: 'detached' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || animationName !== 'none';
      }).length,
  );
  expect(moving).toBe(0);
});

test('colours follow the theme switch, which is remembered', async () => {
  const page = await open();
  const dark = await chooseDark(page);
  await page.reload();
  await page.getByTestId('pad').waitFor();
  expect(await ground(page)).toBe(dark);
});
