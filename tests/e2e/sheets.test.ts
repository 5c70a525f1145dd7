// Reading sheets of numbers into a table, reviewing it by keyboard, and exporting it.
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { goTo, launch, open, url } from './browser';
import { written } from './data';
import { answer, seven, write } from './handwriting';
import { numbers, painted, scannedPdf, sheetOf } from './paper';

const sheet = (page: Page, ...lines: string[]) =>
  painted(page, numbers(...lines), sheetOf(lines.length));

async function choose(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const paths = Object.entries(files).map(([name, bytes]) => written(name, bytes));
  await page.getByTestId('sheets-file').setInputFiles(paths);
}

/** Waits until this many pictures are read. */
const read = (page: Page, pictures: number) =>
  page.getByTestId('sheets-outcome').getByText(`${pictures}\u00a0image`).waitFor();

const texts = (page: Page) => page.getByTestId('row-text').allInnerTexts();

async function opened(...lines: string[]): Promise<Page> {
  const page = await open({ view: 'sheets' });
  await choose(page, { 'one.png': await sheet(page, ...lines) });
  await read(page, 1);
  return page;
}

const shown = (page: Page, text: string) =>
  page.getByTestId('review-progress').getByText(text).waitFor();

describe('a table', () => {
  test('has a row per line of all pictures, also in archives, and lists damaged files', async () => {
    const page = await open({ view: 'sheets' });
    await page.getByTestId('sheets-file').waitFor({ state: 'attached' });
    const first = await sheet(page, '717', '11');
    const archive = zipSync({
      'class 7/two.png': new Uint8Array(await sheet(page, '177')),
      'notes.txt': new Uint8Array([72, 105]),
    });
    const damaged = new Uint8Array(first.subarray(0, 300));
    await choose(page, { 'one.png': first, 'damaged.png': damaged, 'more.zip': archive });
    await read(page, 2);
    expect((await texts(page)).sort()).toEqual(['11', '177', '717']);
    await page.getByText('class 7/two.png').waitFor();
    await page.getByText('2 files skipped').click();
    await page.getByText('damaged.png').waitFor();
    await page.getByText('more.zip/notes.txt').waitFor();
  });

  test('has rows for the pages of a scanned PDF', async () => {
    const page = await open({ view: 'sheets' });
    await page.getByTestId('sheets-file').waitFor({ state: 'attached' });
    await choose(page, { 'scan.pdf': await scannedPdf(page, '717', '11') });
    await read(page, 2);
    expect((await texts(page)).sort()).toEqual(['11', '717']);
    await page.getByText('scan.pdf/2').waitFor();
  });

  test('takes files dropped anywhere, and marks a picture without numbers for review', async () => {
    const page = await open({ view: 'sheets' });
    await page.getByTestId('sheets-file').waitFor({ state: 'attached' });
    const blank = written('blank.png', await painted(page, [], sheetOf(1)));
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [blank], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 700, data });
    await read(page, 1);
    expect((await texts(page)).join()).toContain('empty');
    await page.getByTestId('row-state').getByText('Nothing found').waitFor();
    await page.getByTestId('sheets-to-check').getByText('1').waitFor();
  });

  test('gets no more rows after cancelling, and the pad works meanwhile', async () => {
    const page = await open({ view: 'sheets' });
    const bytes = await sheet(page, '717', '171', '11', '77');
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.png`, bytes]));
    await choose(page, many);
    await page.getByTestId('sheet-row').first().waitFor();
    await goTo(page, 'read');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await goTo(page, 'sheets');
    await page.getByTestId('sheets-cancel').click();
    await page.getByTestId('sheets-outcome').getByText('Cancelled').waitFor();
    const rows = await page.getByTestId('sheets-summary').innerText();
    expect(Number.parseInt(rows, 10)).toBeLessThan(120);
    await page.waitForTimeout(500);
    expect(await page.getByTestId('sheets-summary').innerText()).toBe(rows);
  });

  test('of a thousand rows is paged and filtered quickly', async () => {
    const page = await opened('7');
    await fill(page, 1000);
    await page.reload();
    await page.getByTestId('sheets-summary').getByText('1,001').waitFor();
    expect(await page.getByTestId('sheet-row').count()).toBe(50);
    const begun = Date.now();
    await page.getByTestId('sheets-filter').selectOption('open');
    await page.getByText('1–50 of 1,000').waitFor();
    await page.getByTestId('sheets-next').click();
    await page.getByText('51–100 of 1,000').waitFor();
    expect(Date.now() - begun).toBeLessThan(5000); // on a machine under load
  });
});

/** Stores copies of the row with a low confidence, and a value that isn't a row. */
function fill(page: Page, times: number): Promise<void> {
  return page.evaluate(async (times) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const request = indexedDB.open(names.find((name) => name.endsWith(' data')) ?? '');
    await new Promise((done) => {
      request.onsuccess = done;
    });
    const rows = request.result.transaction('rows', 'readwrite').objectStore('rows');
    const all = rows.getAll();
    all.onsuccess = () => {
      for (let at = 0; at < times; at++)
        rows.put({ ...all.result[0], id: `copy ${at}`, confidence: 0.5 }, `copy ${at}`);
      rows.put({ ...all.result[0], id: 'wrong', place: 3 }, 'wrong');
    };
    await new Promise((done) => {
      rows.transaction.oncomplete = done;
    });
    request.result.close();
  }, times);
}

test('rows can be sorted on a phone', async () => {
  const page = await open({ view: 'sheets', phone: true });
  await choose(page, { 'one.png': await sheet(page, '717', '11') });
  await read(page, 1);
  for (const order of [
    { by: 'text', texts: ['11', '717'] },
    { by: 'picture', texts: ['717', '11'] },
  ]) {
    await page.getByTestId('sheets-sort').selectOption(order.by);
    expect(await texts(page)).toEqual(order.texts);
  }
});

describe('a review', () => {
  test('can be done by keyboard alone: typing, accepting, skipping, going back and undo', async () => {
    const page = await opened('7x7', '1x', 'x11');
    await page.getByTestId('sheets-to-check').getByText('3').waitFor();
    await page.getByTestId('sheets-review').focus();
    await page.keyboard.press('Enter');
    await shown(page, '1 of 3');
    await page.getByTestId('cut-out').waitFor();
    const guess = await page.getByTestId('review-text').inputValue();
    expect(guess).toContain('?');
    await page.keyboard.type(guess.replace('?', '4'));
    await page.keyboard.press('Enter');
    await shown(page, '2 of 3');
    await page.keyboard.press('ArrowDown');
    await shown(page, '3 of 3');
    await page.keyboard.press('ArrowUp');
    await shown(page, '2 of 3');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace'); // goes back if the field is empty
    await shown(page, '1 of 3');
    await page.keyboard.press('ArrowDown');
    await shown(page, '2 of 3');
    await page.keyboard.press('Control+Z');
    await shown(page, '1 of 3');
    expect(await page.getByTestId('review-text').inputValue()).toBe(guess);
    await page.keyboard.type(guess.replace('?', '8'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Type what it says, or accept it again').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('You checked 2').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('sheets-to-check').getByText('1').waitFor();
    expect(await texts(page)).toContain(guess.replace('?', '8'));
    await goTo(page, 'read');
    await page.locator('#card-corrections').getByText('1\u00a0correction').waitFor();
  });

  test('of a single row corrects a confident reading', async () => {
    const page = await opened('717');
    expect(await page.getByTestId('sheets-review').count()).toBe(0);
    await page.getByTestId('row-check').click();
    await page.getByTestId('review-text').fill('41');
    await page.getByTestId('review-accept').click();
    await page.getByTestId('row-state').getByText('Corrected').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^check-/);
    await page.getByTestId('sheets-limit').selectOption('0.999');
    expect(await page.getByTestId('sheets-review').count()).toBe(0);
  });
});

describe('the rows', () => {
  test('survive a reload with their corrections, until all are deleted', async () => {
    const page = await opened('71', '1x');
    await page.getByTestId('sheets-review').click();
    await page.getByTestId('review-text').fill('14');
    await page.keyboard.press('Enter');
    await page.getByText('You checked 1').waitFor();
    await page.reload();
    await page.getByTestId('sheet-row').nth(1).waitFor();
    expect((await texts(page)).sort()).toEqual(['14', '71']);
    await expect.poll(() => page.getByTestId('cut-out').count()).toBe(2);
    await page.getByTestId('start-over').click();
    await page.getByTestId('start-over-do').click();
    await page.getByTestId('sheets-example').waitFor();
    await page.reload();
    await page.getByTestId('sheets-example').waitFor();
    expect(await page.getByTestId('sheet-row').count()).toBe(0);
  });

  test('can be saved as CSV and JSON, and copied for a spreadsheet', async () => {
    const page = await opened('71', '171');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByTestId('sort-text').click();
    await page.getByTestId('sort-text').click(); // the last line first
    const saved = async (button: string) => {
      const download = page.waitForEvent('download');
      await page.getByTestId(button).click();
      return readFileSync(await (await download).path(), 'utf8');
    };
    const csv = await saved('sheets-csv');
    const [header, ...lines] = csv.trimEnd().split('\r\n');
    expect(header).toBe('file,left,top,right,bottom,text,confidence,line,read,checked');
    expect(lines[0]).toMatch(/^one\.png,\d+,\d+,\d+,\d+,71,(0\.9\d*|1),1,71,no$/);
    expect(lines[1]).toMatch(/^one\.png,\d+,\d+,\d+,\d+,171,(0\.9\d*|1),2,171,no$/);
    expect(JSON.parse(await saved('sheets-json'))).toHaveLength(2);
    await page.getByTestId('sheets-tsv').click();
    await page.getByTestId('sheets-copied').getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll('\t', ',').trimEnd().split('\n')).toEqual([header, ...lines]);
  });
});

test('several photos can be taken in a row, and are read meanwhile', async () => {
  const browser = await launch(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
  );
  try {
    const page = await browser.newPage();
    await page.goto(`${url}#sheets`);
    await page.getByTestId('sheets-camera').click();
    await page.locator('[data-testid=shutter]:enabled').click();
    await page.getByTestId('photos').getByText('1').waitFor();
    await page.getByTestId('shutter').click();
    await page.getByTestId('photos').getByText('2').waitFor();
    await page.getByTestId('camera-cancel').click();
    await page.getByText('Photo 2.jpg').first().waitFor();
  } finally {
    await browser.close();
  }
});

test.each([
  ['light', {}],
  ['dark, on a phone', { dark: true, phone: true }],
  ['at 400 %', { size: { width: 320, height: 640 } }],
  ['from right to left', { locale: 'ar' }],
])('axe finds nothing: %s', async (_, options) => {
  const page = await open({ ...options, view: 'sheets' });
  await page.getByTestId('sheets-example').waitFor();
  expect(await violations(page), 'empty').toEqual([]);
  await page.getByTestId('sheets-example').click();
  await page.getByTestId('sheet-row').nth(13).waitFor();
  await page.getByTestId('sheets-progress').waitFor({ state: 'detached' });
  expect(await violations(page), 'table').toEqual([]);
  await page.getByTestId('start-over').click();
  await page.getByTestId('start-over-panel').waitFor();
  expect(await violations(page), 'asked').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByTestId('sheets-review').click();
  await page.getByTestId('cut-out').waitFor();
  expect(await violations(page), 'review').toEqual([]);
  await page.getByTestId('review-accept').click();
  await page.getByTestId('cut-out').waitFor({ state: 'detached' });
  expect(await violations(page), 'done').toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    await page.evaluate(() => innerWidth),
  );
});

test('the focus stays in the view when the results come', async () => {
  const page = await open({ view: 'sheets' });
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await page.getByTestId('sheets-example').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('sheet-row').nth(13).waitFor();
  expect(await focused()).toBe('sheets-title');
  await page.reload();
  await page.getByTestId('sheet-row').nth(13).waitFor();
  expect(await focused()).toBe('');
});
