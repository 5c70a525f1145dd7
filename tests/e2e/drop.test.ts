// Dragging files over the page with real browser events.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open } from './browser';
import { trainCsv, written } from './data';
import { answer } from './handwriting';
import { digits, painted, plain, scannedGrid } from './paper';

type Place = { x: number; y: number };
type Step = 'dragEnter' | 'dragOver' | 'drop';

/** Drags a file from the desktop to a point in the window. */
async function drag(page: Page, file: string, { x, y }: Place, steps: Step[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of steps) await session.send('Input.dispatchDragEvent', { type, x, y, data });
}

async function middleOf(page: Page, selector: string): Promise<Place> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`there is no ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Records how the page responds to each drag event. */
async function watchDrags(page: Page): Promise<() => Promise<string[]>> {
  const list = await page.evaluateHandle(() => {
    const heard: string[] = [];
    for (const type of ['dragover', 'drop'])
      addEventListener(type, (event) => {
        const effect = (event as DragEvent).dataTransfer?.dropEffect;
        heard.push(event.defaultPrevented ? `${type}: ${effect}` : `${type} goes to the browser`);
      });
    return heard;
  });
  return () => list.jsonValue();
}

const csv = written('dropped.csv', trainCsv(60));
const note = (page: Page) => page.getByText('You can’t drop files here');

describe.each(['train', 'about'] as const)('in the %s view', (view) => {
  test('refuses a file dropped outside the drop targets, with a message', async () => {
    const page = await open({ view });
    await page.getByRole('heading').first().waitFor();
    const heard = await watchDrags(page);
    const beside = await middleOf(page, 'header .wordmark');
    await drag(page, csv, beside, ['dragEnter', 'dragOver']);
    await note(page).waitFor();
    await drag(page, csv, beside, ['drop']);
    expect(await heard()).toContain('dragover: none');
    expect((await heard()).filter((one) => one.endsWith('browser'))).toEqual([]);
    await note(page).waitFor({ state: 'hidden' });
  });
});

test('reads a file dropped on the data card', async () => {
  const page = await open({ view: 'train' });
  await page.getByTestId('data-file').waitFor({ state: 'attached' });
  const heard = await watchDrags(page);
  const card = await middleOf(page, '.drop');
  await drag(page, csv, card, ['dragEnter', 'dragOver']);
  expect(await heard()).toEqual(['dragover: copy']);
  expect(await note(page).count()).toBe(0);
  await drag(page, csv, card, ['drop']);
  await page.getByTestId('data-summary').getByText('60').waitFor();
});

test('accepts a picture dropped anywhere in the Read view', async () => {
  const page = await open();
  const picture = written('dropped.png', await painted(page, digits, plain));
  await page.getByTestId('pad').waitFor();
  const beside = await middleOf(page, 'header .wordmark');
  await drag(page, picture, beside, ['dragEnter', 'dragOver']);
  await page.getByText('Drop an image here', { exact: true }).waitFor();
  expect(await note(page).count()).toBe(0);
  await drag(page, picture, beside, ['drop']);
  await page.getByTestId('picture').waitFor();
  expect(await answer(page)).toBe('717');
});

test('opens a picture dropped on the forms as a blank form', async () => {
  const page = await open({ view: 'sheets' });
  const scan = written('Sudoku.jpg', await scannedGrid(page));
  const letter = written('letter.docx', 'a letter');
  await page.getByTestId('form-make').click();
  await page.getByTestId('form-start-marks').click();
  await page.getByTestId('form-preview').waitFor();
  const beside = await middleOf(page, 'header .wordmark');
  await drag(page, letter, beside, ['dragEnter', 'dragOver', 'drop']);
  await page.getByTestId('error').getByText('letter.docx: This is a Word document.').waitFor();
  await drag(page, scan, beside, ['dragEnter', 'dragOver']);
  expect(await note(page).count()).toBe(0);
  await drag(page, scan, beside, ['drop']);
  await page.getByTestId('box-add').waitFor();
  expect(await page.getByTestId('form-name').inputValue()).toBe('Sudoku');
  expect(await page.getByTestId('error').count()).toBe(0);
});
