// Reading photos of filled-in sheets into a table, and reviewing it.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { FormDraft, MadeForm } from '#web/protocol/forms';
import { violations } from './axe';
import { goTo, type OpenOptions, open } from './browser';
import { letterModel, written } from './data';
import { madeForm, type Photo, photographed } from './filledSheet';
import { numbers, painted, sheetOf } from './paper';

const draft: FormDraft = {
  ...{ name: 'Marks', page: 'A4', anchor: 'marks', rows: 3 },
  fields: [
    { name: 'Points', kind: 'digits', boxes: 2, max: 60 },
    { name: 'Here', kind: 'tick', boxes: 1 },
  ],
};

let marks: MadeForm;
let meters: MadeForm;
let painter: Page; // a blank page to draw photos in, without Inkling's content security policy
const firstOf = ({ pages }: MadeForm) => pages[0] ?? '';

beforeAll(async () => {
  marks = await madeForm(draft);
  meters = await madeForm({ ...draft, name: 'Meters', page: 'Letter', rows: 2 });
});

const photo = (form: MadeForm, content: string, how?: Photo) =>
  photographed(painter, firstOf(form), content, how);

async function load(page: Page, { form }: MadeForm): Promise<void> {
  await page.getByTestId('form-make').click();
  const file = written(`${form.name}.json`, JSON.stringify(form));
  await page.getByTestId('form-load').setInputFiles(file);
  await page.locator('[data-testid=form-print]:enabled').waitFor();
  await page.getByTestId('form-close').click();
}

/** Opens the sheets view with these forms loaded. */
async function opened(forms: MadeForm[], options: OpenOptions = {}): Promise<Page> {
  const page = await open({ view: 'sheets', ...options });
  painter = await page.context().newPage();
  for (const form of forms) await load(page, form);
  return page;
}

async function drop(page: Page, files: Record<string, Uint8Array>, pictures: number) {
  const paths = Object.entries(files).map(([name, bytes]) => written(name, bytes));
  await page.getByTestId('sheets-file').setInputFiles(paths);
  await page.getByTestId('sheets-outcome').getByText(`${pictures}\u00a0image`).waitFor();
}

/** The saved table of a form, by default of the first. */
async function saved(page: Page, at = 0): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('form-csv').nth(at).click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8');
  return Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
}

const columns = (rows: string[][], count: number) => rows.map((row) => row.slice(0, count));
const header = ['row', 'Points', 'Here'];

test('a photo of a filled-in sheet becomes a table with a line per row, even after a reload', async () => {
  const page = await opened([marks]);
  await drop(page, { 'a.jpg': await photo(marks, '17x11  7') }, 1);
  const table = [header, ['1', '17', 'x'], ['2', '11', ''], ['3', '7', '']];
  expect(columns(await saved(page), 3)).toEqual(table);
  await page.getByTestId('row-place').getByText('Points, row 2').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  expect(columns(await saved(page), 3)).toEqual(table);
});

test('sheets of two forms, one of them upside down, and another picture are told apart', async () => {
  const page = await opened([marks, meters]);
  const files = {
    'a.jpg': await photo(marks, '17x', { degrees: 184 }),
    'b.jpg': await photo(meters, '71x', { degrees: -20 }),
    'c.png': await painted(page, numbers('717'), sheetOf(1)),
  };
  await drop(page, files, 3);
  expect(columns(await saved(page, 0), 3)[1]).toEqual(['1', '17', 'x']);
  expect(columns(await saved(page, 1), 3)[1]).toEqual(['1', '71', 'x']);
  await page.getByTestId('row-text').getByText('717').waitFor();
});

test('a sheet that was photographed twice is reported, and one photo can be removed', async () => {
  const page = await opened([marks]);
  const twice = {
    'a.jpg': await photo(marks, '17x11x'),
    'b.jpg': await photo(marks, '17x11x', { degrees: -9, perspective: 0.1 }),
  };
  await drop(page, twice, 2);
  await page.getByTestId('same-page').getByText('b.jpg').first().waitFor();
  await page.getByTestId('same-page-remove').click();
  await page.getByTestId('same-page').waitFor({ state: 'detached' });
  expect((await saved(page)).map((row) => row.at(-1))).toEqual(['file', 'a.jpg', 'a.jpg', 'a.jpg']);
});

test('a sheet that is cut off, and one of an unknown form, are reported as skipped', async () => {
  const page = await opened([marks]);
  const files = {
    'cut.jpg': await photo(marks, '17', { degrees: 0, cropped: 0.3 }),
    'other.jpg': await photo(meters, '17'),
  };
  const paths = Object.entries(files).map(([name, bytes]) => written(name, bytes));
  await page.getByTestId('sheets-file').setInputFiles(paths);
  await page.getByTestId('error').getByText('None of the 2 files could be read.').waitFor();
  const skipped = page.getByTestId('skipped-files');
  await skipped.getByText(/corner|cut off|whole sheet/).waitFor();
  await skipped.getByText(meters.form.id).waitFor();
});

test('a sheet whose form isn’t saved here is read once its file is loaded', async () => {
  const page = await opened([]);
  await page
    .getByTestId('sheets-file')
    .setInputFiles(written('a.jpg', await photo(marks, '17x11')));
  await page.getByTestId('sheets-unknown-form').waitFor();
  expect(await page.getByTestId('error').count()).toBe(0); // the notice says what to do
  expect(await page.getByTestId('sheet-row').count()).toBe(0);
  const file = written('form.json', JSON.stringify(marks.form));
  await page.getByTestId('sheets-load-form').setInputFiles(file);
  await page.getByTestId('sheets-summary').getByText('6 values (3 rows)').waitFor();
  await page.getByTestId('sheets-unknown-form').waitFor({ state: 'detached' });
  expect(columns(await saved(page), 3)[1]).toEqual(['1', '17', 'x']);
});

test('the table can be saved at the end of the review, which mentions corrections only if there are any', async () => {
  const page = await opened([marks]);
  await drop(page, { 'a.jpg': await photo(marks, '71') }, 1);
  await page.getByTestId('sheets-review').getByText('1 value').click();
  await page.getByTestId('review-skip').click();
  const review = page.getByTestId('review');
  await review.getByText('You skipped every value.').waitFor();
  expect(await review.getByText('Your corrections').count()).toBe(0);
  expect(columns(await saved(page), 2)[1]).toEqual(['1', '71']);
});

test.each([
  ['desktop', {}],
  ['phone', { phone: true, size: { width: 360, height: 740 } }],
])(
  'on a %s, a form’s table can be seen by its rows, and the cells to check are a tap away',
  async (_, options) => {
    const page = await opened([marks], options);
    await drop(page, { 'a.jpg': await photo(marks, '71x11  7') }, 1); // 71 is above the maximum of 60
    const preview = page.getByTestId('form-preview');
    await preview.locator('summary').click();
    const table = page.getByTestId('wide-table');
    const cells = async () =>
      (await table.locator('tr').all()).map((line) => line.locator('th, td').allInnerTexts());
    expect(await Promise.all(await cells())).toEqual([
      ['Row', 'Points', 'Here'],
      ['1', '71', 'x'],
      ['2', '11', ''],
      ['3', '7', ''],
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
      page.viewportSize()?.width,
    );
    expect(await violations(page)).toEqual([]);
    await table.getByRole('button', { name: /71.*Points, row 1/ }).click();
    await page.getByTestId('review-text').fill('17');
    await page.keyboard.press('Enter');
    await table.getByText('17').waitFor();
    expect(await table.getByRole('button').count()).toBe(0);
  },
);

test('a typed value that breaks a rule of its field must be confirmed', async () => {
  const page = await opened([marks]);
  await drop(page, { 'a.jpg': await photo(marks, '71') }, 1); // above the maximum of 60
  await page.getByTestId('sheets-review').click();
  await page.getByTestId('review-place').getByText('Points, row 1').waitFor();
  const field = page.getByTestId('review-text');
  await field.fill('99');
  await field.press('Enter');
  await page.getByText('at most 60').waitFor();
  await field.press('Enter');
  await page.getByTestId('review-close').click();
  expect(columns(await saved(page), 2)[1]).toEqual(['1', '99']);
});

test('a model that doesn’t read digits can be replaced, and the sheets are read then', async () => {
  const page = await opened([marks]);
  await goTo(page, 'train');
  await page.getByTestId('model-load').setInputFiles(letterModel());
  await page.getByTestId('model-in-use').getByText('from a file').waitFor();
  await goTo(page, 'sheets');
  const file = written('a.jpg', await photo(marks, '17x11  7'));
  await page.getByTestId('sheets-file').setInputFiles(file);
  await page.getByTestId('sheets-needs-digits').getByText('doesn’t read digits').waitFor();
  expect(await page.getByText('The reason is below').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('sheets-built-in').click();
  await page.getByTestId('sheets-outcome').getByText('1\u00a0image').waitFor();
  expect(await page.getByTestId('sheets-needs-digits').count()).toBe(0);
  expect(columns(await saved(page), 3)[1]).toEqual(['1', '17', 'x']);
});
