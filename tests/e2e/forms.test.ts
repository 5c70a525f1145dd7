// Making, printing and storing forms, and drawing custom ones over a blank sheet, with real events.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { type OpenOptions, open } from './browser';
import { written } from './data';
import { photographed } from './filledSheet';
import { one, seven } from './handwriting';
import { grid, inCell, scannedGrid } from './paper';

async function openForms(options: OpenOptions = {}): Promise<Page> {
  const page = await open({ locale: 'en-GB', ...options, view: 'sheets' });
  await page.getByTestId('form-make').click();
  await page.getByTestId('form-start-marks').waitFor();
  return page;
}

/** Makes a form with the columns "No." and "Points". */
async function openMarks(options: OpenOptions = {}): Promise<Page> {
  const page = await openForms(options);
  await page.getByTestId('form-start-marks').click();
  await page.getByTestId('column-1-name').fill('No.');
  await page.getByTestId('column-1-digits').fill('2');
  await page.getByTestId('column-add').click();
  await page.keyboard.type('Points'); // replaces the selected default name
  await page.getByTestId('column-2-digits').fill('3');
  await page.getByTestId('form-preview').waitFor();
  return page;
}

/** Waits until the preview shows the current form. */
const ready = (page: Page) => page.locator('[data-testid=form-print]:enabled').waitFor();

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByTestId(button).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

/** All texts on the sheet of the current form. */
async function printed(page: Page): Promise<string[]> {
  await ready(page);
  const { text } = await saved(page, 'form-svg');
  return [...text.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words = '']) => words);
}

const names = (page: Page) => page.getByTestId('form-item').locator('bdi').allInnerTexts();

describe('a teacher', () => {
  test('can print a sheet with four columns', async () => {
    const page = await openMarks();
    for (const [column, name] of ['Homework', 'Test'].entries()) {
      await page.getByTestId('column-add').click();
      await page.keyboard.type(name); // replaces the selected default name
      await page.getByTestId(`column-${column + 3}-digits`).fill('2');
    }
    await page.getByTestId('form-name').fill('Class 7b');
    const texts = await printed(page);
    expect(texts).toEqual(
      expect.arrayContaining(['Class 7b', 'No.', 'Points', 'Homework', 'Test']),
    );
    expect(texts).toContain('25');
    expect(texts).not.toContain('26');
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByTestId('form-print').click();
    await page.locator('body[data-printed]').waitFor();
    await page.getByTestId('form-read').click();
    await page.getByTestId('invite-form').getByText('Class 7b').waitFor();
  });

  test('prints only the sheets, in real size, one per page', async () => {
    const page = await openMarks();
    await page.getByTestId('form-rows').fill('60');
    await page.getByTestId('form-pages').getByText('of 3').waitFor();
    await ready(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('body > *:visible').count()).toBe(1);
    const { width = 0, height = 0 } =
      (await page.locator('.print-pages img').first().boundingBox()) ?? {};
    expect(width).toBeCloseTo((210 / 25.4) * 96, 0);
    expect(height).toBeCloseTo((297 / 25.4) * 96, 0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  });

  test('can make and print a form by keyboard alone', async () => {
    const page = await open({ view: 'sheets' });
    await page.getByTestId('form-make').waitFor();
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    const tabTo = async (testid: string) => {
      for (let tabs = 0; tabs < 40; tabs++) {
        await page.keyboard.press('Tab');
        if (await page.locator(`[data-testid=${testid}]:focus`).count()) return;
      }
      expect.fail(`${testid} wasn't reached with Tab`);
    };
    await tabTo('form-make');
    await page.keyboard.press('Enter');
    await page.getByTestId('form-start-stock').waitFor();
    await tabTo('form-start-stock');
    await page.keyboard.press('Enter');
    await page.getByTestId('form-preview').waitFor();
    await tabTo('form-rows');
    await page.keyboard.press('ArrowUp');
    await tabTo('column-2-remove');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=column-1-name]:focus').waitFor();
    await ready(page);
    await tabTo('form-print');
    await page.keyboard.press('Enter');
    await page.locator('body[data-printed]').waitFor();
  });

  test('gets the paper size and date order of the locale', async () => {
    const page = await openMarks({ locale: 'en-US' });
    expect(await page.getByTestId('form-paper').inputValue()).toBe('Letter');
    await page.getByTestId('column-2-kind').selectOption('date');
    expect(await page.getByTestId('column-2-order').inputValue()).toBe('month-day-year');
    expect(await printed(page)).toContain('Points (MM DD YYYY)');
  });

  test('sees errors beside their fields, and can undo the edits', async () => {
    const page = await openMarks();
    await page.getByTestId('column-2-name').fill('No.');
    const group = page.getByTestId('column-2');
    await group.getByText('Another column has this name.').waitFor();
    await page.getByTestId('form-not-ready').getByText('Fix column 2').waitFor();
    expect(await page.getByTestId('form-print').isDisabled()).toBe(true);
    await page.getByTestId('column-2-name').fill('Points');
    await page.getByTestId('column-2-checks').click();
    await page.getByTestId('column-2-min').fill('20');
    await page.getByTestId('column-2-max').fill('10');
    await group.getByText('Must be at least the minimum.').waitFor();
    await page.getByTestId('form-undo').click();
    await page.getByTestId('form-undo').click();
    await ready(page);
    await page.getByTestId('form-rows').fill('');
    await page.getByText('whole number from 1 to 1000').waitFor();
  });

  test('sees an error if the columns don’t fit on the paper, and the previous sheet', async () => {
    const page = await openMarks();
    await ready(page);
    await page.getByTestId('column-1-digits').fill('20');
    await page.getByTestId('column-2-digits').fill('20');
    await page.getByTestId('form-problem').waitFor();
    await page.getByTestId('form-preview').waitFor();
    expect(await page.getByTestId('form-print').isDisabled()).toBe(true);
    await page.getByTestId('column-2-digits').fill('3');
    await ready(page);
  });
});

describe('forms', () => {
  test('survive a reload, and can be renamed, duplicated, removed and restored', async () => {
    const page = await openMarks();
    await page.getByTestId('form-name').fill('Class 7b');
    await ready(page);
    await page.reload();
    await page.getByTestId('invite-form').getByText('Class 7b').click();
    await page.getByTestId('form-preview').waitFor();
    await page.getByTestId('forms-all').click();
    await page.getByTestId('form-rename').click();
    await page.keyboard.type('Class 8c');
    await page.keyboard.press('Enter');
    await page.getByTestId('form-duplicate').click();
    await expect.poll(() => names(page)).toEqual(['Class 8c', 'Class 8c (copy)']);
    await page.getByTestId('form-remove').first().click();
    expect(await names(page)).toEqual(['Class 8c (copy)']);
    await page.keyboard.press('Enter'); // the undo button has the focus
    expect(await names(page)).toEqual(['Class 8c', 'Class 8c (copy)']);
    await page.getByTestId('form-remove').nth(1).click();
    await page.reload();
    await page.getByTestId('invite-form').waitFor();
    expect(await page.getByTestId('invite-form').allInnerTexts()).toEqual(['Class 8c']);
  });

  test('are the same after saving and loading a file', async () => {
    const page = await openMarks();
    await page.getByTestId('column-2-kind').selectOption('decimal');
    await ready(page);
    const form = await saved(page, 'form-save');
    expect(form.name).toBe('Class-marks.json');
    expect(JSON.parse(form.text)).toMatchObject({ format: 'inkling-form', rows: 25, page: 'A4' });
    const sheet = await saved(page, 'form-svg');
    expect(sheet.name).toBe('Class-marks.svg');
    expect(sheet.text).toContain('width="210mm" height="297mm"');
    await page.getByTestId('forms-all').click();
    await page.getByTestId('form-load').setInputFiles(written('loaded.json', form.text));
    await page.getByTestId('form-preview').waitFor();
    expect((await saved(page, 'form-save')).text).toBe(form.text);
  });

  test.each([
    ['is damaged', '{"format": "inkling-form", "version": 1', 'This isn’t a form'],
    ['has a newer version', '{"format": "inkling-form", "version": 9}', 'newer version'],
    ['the engine rejects', '{"name": "A", "fields": []}', ''],
  ])('in a file that %s show an error, and nothing changes', async (_, text, sentence) => {
    const page = await openForms();
    await page.getByTestId('form-load').setInputFiles(written('damaged.json', text));
    await page.getByTestId('error').getByText('damaged.json').waitFor();
    expect(await page.getByTestId('error').innerText()).toContain(sentence);
    expect(await page.getByTestId('form-item').count()).toBe(0);
    await page.getByTestId('form-blank').setInputFiles(written('blank.png', 'no picture'));
    await page.getByTestId('error').getByText('blank.png').waitFor();
  });
});

/** Left, top, width and height of a box, in per cent of the sheet. */
const placeOf = (page: Page, at: number) =>
  page
    .getByTestId('box')
    .nth(at)
    .evaluate((box: HTMLElement) =>
      [box.style.left, box.style.top, box.style.width, box.style.height].map(Number.parseFloat),
    );

async function openBlank(options: OpenOptions = {}): Promise<Page> {
  const page = await openForms(options);
  await page
    .getByTestId('form-blank')
    .setInputFiles(written('Sudoku.jpg', await scannedGrid(page)));
  await page.getByTestId('box-add').waitFor();
  return page;
}

const press = async (page: Page, key: string, times: number) => {
  for (let at = 0; at < times; at++) await page.keyboard.press(key);
};

describe('a blank custom form', () => {
  test('can be given a grid by keyboard alone, which survives a reload', async () => {
    const page = await openBlank();
    await page.getByTestId('box-add').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=box]:focus').waitFor();
    const before = await placeOf(page, 0);
    await press(page, 'ArrowLeft', 4);
    await press(page, 'ArrowUp', 2);
    await press(page, 'Shift+ArrowRight', 6);
    const after = await placeOf(page, 0);
    const change = after.map((side, at) => Math.round(10 * (side - (before[at] ?? 0))) / 10);
    expect(change).toEqual([-2, -1, 3, 0]);
    await page.getByTestId('grid-open').focus();
    await page.keyboard.press('Enter');
    await page.getByText('The cells are named “Box 1 A1”').waitFor();
    await page.getByTestId('grid-split').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('box').count()).toBe(81);
    expect(await page.getByTestId('box-name').inputValue()).toBe('Box 1 A1');
    await page.getByTestId('box-digits').fill('1');
    await page.getByTestId('box-for-all').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('custom-ready').getByText('Ready to read').waitFor();
    const form = JSON.parse((await saved(page, 'form-save')).text);
    expect(form.fields.map((field: { boxes: number }) => field.boxes)).toEqual(Array(81).fill(1));
    await page.reload();
    await page.getByTestId('invite-form').getByText('Sudoku').click();
    await page.getByTestId('blank-sheet').locator('img').waitFor();
    expect(await page.getByTestId('box').count()).toBe(81);
  });

  test('has boxes that are drawn, moved and resized with the mouse, with undo', async () => {
    const page = await openBlank();
    const sheet = await page.getByTestId('blank-sheet').boundingBox();
    if (!sheet) throw new Error('there is no sheet');
    const at = (x: number, y: number) =>
      [sheet.x + x * sheet.width, sheet.y + y * sheet.height] as const;
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
    };
    const near = async () => (await placeOf(page, 0)).map(Math.round);
    await drag(at(0.2, 0.1), at(0.4, 0.2));
    expect(await near()).toEqual([20, 10, 20, 10]);
    await drag(at(0.3, 0.15), at(0.4, 0.25));
    expect(await near()).toEqual([30, 20, 20, 10]);
    await drag(at(0.5, 0.3), at(0.6, 0.25));
    expect(await near()).toEqual([30, 20, 30, 5]);
    await page.getByTestId('form-undo').click();
    expect(await near()).toEqual([30, 20, 20, 10]);
    await page.keyboard.press('Control+z');
    expect(await near()).toEqual([20, 10, 20, 10]);
    await page.getByTestId('box').focus();
    await page.keyboard.press('Delete');
    expect(await page.getByTestId('box').count()).toBe(0);
  });

  test('has boxes that are drawn with a finger', async () => {
    const page = await openBlank({ phone: true });
    await page.getByTestId('blank-sheet').scrollIntoViewIfNeeded();
    const sheet = await page.getByTestId('blank-sheet').boundingBox();
    if (!sheet) throw new Error('there is no sheet');
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) => {
      const point = { x: sheet.x + x * sheet.width, y: sheet.y + y * sheet.height };
      const touchPoints = type === 'touchEnd' ? [] : [point];
      return session.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await touch('touchStart', 0.2, 0.1);
    for (const share of [0.3, 0.4, 0.5]) await touch('touchMove', share, share - 0.1);
    await touch('touchEnd', 0.5, 0.4);
    await page.getByTestId('box').waitFor();
    expect((await placeOf(page, 0)).map(Math.round)).toEqual([20, 10, 30, 30]);
  });

  test('can be selected for reading pictures without a code, and deselected', async () => {
    const page = await openBlank();
    await page.getByTestId('box-add').click();
    await page.getByTestId('form-read').click();
    expect(await page.getByTestId('read-as').locator('option:checked').innerText()).toBe('Sudoku');
    await page.getByTestId('read-as').selectOption('');
    await page.reload();
    await page.getByTestId('read-as').waitFor();
    expect(await page.getByTestId('read-as').inputValue()).toBe('');
  });
});

/** The first columns of the saved table of the form. */
async function tableOf(page: Page, columns: number): Promise<string[][]> {
  const { text } = await saved(page, 'form-csv');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  return data.map((row) => row.slice(0, columns));
}

async function drop(page: Page, name: string, picture: Uint8Array): Promise<void> {
  await page.getByTestId('form-read').click();
  await page.getByTestId('sheets-file').setInputFiles(written(name, picture));
  await page.getByTestId('sheets-outcome').getByText('1\u00a0image').waitFor();
}

describe('a photo is read into a table', () => {
  test('of a printed form with four columns', async () => {
    const page = await openMarks();
    const painter = await page.context().newPage(); // without Inkling's content security policy
    for (const name of ['Homework', 'Test']) {
      await page.getByTestId('column-add').click();
      await page.keyboard.type(name);
    }
    await ready(page);
    const { text: sheet } = await saved(page, 'form-svg');
    const rows = [' 1 17771 11', '1171711  77'];
    await drop(page, 'class.jpg', await photographed(painter, sheet, rows.join('')));
    const table = await tableOf(page, 5);
    expect(table.slice(0, 4)).toEqual([
      ['row', 'No.', 'Points', 'Homework', 'Test'],
      ['1', '1', '17', '771', '11'],
      ['2', '11', '717', '11', '77'],
      ['3', '', '', '', ''],
    ]);
    expect(table).toHaveLength(26);
  });

  test('of a custom form, with a grid drawn over the blank sheet', async () => {
    const page = await openBlank();
    const sheet = await page.getByTestId('blank-sheet').boundingBox();
    if (!sheet) throw new Error('there is no sheet');
    const at = (x: number, y: number) =>
      [sheet.x + (x / 1000) * sheet.width, sheet.y + (y / 1400) * sheet.height] as const;
    await page.mouse.move(...at(grid.left, grid.top));
    await page.mouse.down();
    await page.mouse.move(...at(grid.left + 9 * grid.cell, grid.top + 9 * grid.cell), { steps: 4 });
    await page.mouse.up();
    await page.getByTestId('box-digits').fill('1');
    await page.getByTestId('grid-open').click();
    await page.getByTestId('grid-split').click();
    await page.getByTestId('custom-ready').getByText('Ready to read').waitFor();
    const filled = [...inCell(seven, 0, 0), ...inCell(one, 3, 0), ...inCell(seven, 8, 8)];
    await drop(page, 'filled.jpg', await scannedGrid(page, filled));
    const [names = [], cells = []] = await tableOf(page, 82);
    const read = names.flatMap((name, column) => (cells[column] ? [[name, cells[column]]] : []));
    expect(read.filter(([name]) => name !== 'row')).toEqual([
      ['Box 1 A1', '7'],
      ['Box 1 D1', '1'],
      ['Box 1 I9', '7'],
    ]);
  });
});

test('the views of forms fit on a phone in every language', async () => {
  const page = await openMarks({ size: { width: 360, height: 740 } });
  const inAllLanguages = async (state: string) => {
    for (const language of ['de', 'es', 'fr', 'zh', 'ja', 'ar', 'en']) {
      await page.getByTestId('language').selectOption(language);
      await page.locator(`html[lang^=${language}]`).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${language}, ${state}`).toBe(360);
    }
  };
  await page.getByTestId('column-1-kind').selectOption('date');
  await page.getByTestId('column-2-kind').selectOption('decimal');
  await page.getByTestId('column-2-checks').click();
  await inAllLanguages('form');
  await page.getByTestId('forms-all').click();
  await inAllLanguages('forms');
  await page
    .getByTestId('form-blank')
    .setInputFiles(written('Sudoku.jpg', await scannedGrid(page)));
  await page.getByTestId('box-add').click();
  await page.getByTestId('grid-open').click();
  await inAllLanguages('custom form');
});

test.each<[string, OpenOptions]>([
  ['light', {}],
  ['dark, on a phone', { dark: true, phone: true }],
  ['at 400 %', { size: { width: 320, height: 640 } }],
  ['from right to left', { locale: 'ar' }],
])('axe finds nothing: %s', async (_, options) => {
  const page = await openMarks(options);
  const nothingFound = async (state: string) => {
    await page.evaluate(() => scrollTo(0, 0)); // axe reports elements partly covered by the header
    expect(await violations(page), state).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, state).toBe(0);
  };
  await page.getByTestId('column-2-kind').selectOption('decimal');
  await page.getByTestId('column-1-kind').selectOption('date');
  await page.getByTestId('column-2-checks').click();
  await nothingFound('form');
  await page.getByTestId('column-2-name').fill('');
  await nothingFound('form with a fault');
  await page.getByTestId('forms-all').click();
  await page.getByTestId('form-load').setInputFiles(written('damaged.json', '{'));
  await page.getByTestId('error').waitFor();
  await page.getByTestId('form-duplicate').click();
  await page.getByTestId('form-remove').nth(1).click();
  await page.getByTestId('form-restore').waitFor();
  await nothingFound('forms');
  await page
    .getByTestId('form-blank')
    .setInputFiles(written('Sudoku.jpg', await scannedGrid(page)));
  await page.getByTestId('box-add').click();
  await page.getByTestId('grid-open').click();
  await page.getByTestId('custom-ready').waitFor();
  await nothingFound('custom form');
  await page.getByTestId('form-close').click();
  await page.getByTestId('read-as').waitFor();
  await nothingFound('beside the pictures');
});
