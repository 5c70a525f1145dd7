// Correcting misread digits and collecting the corrections.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open } from './browser';
import { written } from './data';
import { answer, one, type Strokes, seven, write } from './handwriting';

const summary = (page: Page) => page.getByTestId('corrections-summary');
const drawings = (page: Page) => page.getByTestId('corrections').locator('li');
const keptInBrowser = (page: Page) =>
  page.locator('#card-corrections[aria-busy=false]').waitFor({ state: 'attached' });
const showCard = (page: Page) => page.locator('#title-corrections button').click();

async function writeAnd(page: Page, strokes: Strokes, correct: string): Promise<void> {
  await page.keyboard.press('Escape');
  await write(page, strokes);
  await answer(page);
  await page.keyboard.press(correct);
  await expect.poll(() => answer(page)).toBe(correct);
}

async function saved(page: Page, testid: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(testid).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

describe('a correction', () => {
  test('by keyboard stays the answer until the ink changes, and is collected', async () => {
    const page = await open();
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await page.keyboard.press('2');
    await expect.poll(() => answer(page)).toBe('2');
    await page.getByText('Corrected by you').waitFor();
    await page.getByText('read as 7').waitFor();
    await summary(page).getByText('1').waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    expect(await answer(page)).toBe('7');
  });

  test('by touch does the same', async () => {
    const page = await open({ phone: true });
    await write(page, seven);
    await answer(page);
    await page.getByTestId('correct-1').tap();
    await expect.poll(() => answer(page)).toBe('1');
    expect(await page.getByTestId('correct-1').getAttribute('aria-pressed')).toBe('true');
    await summary(page).getByText('1').waitFor();
  });

  test('is not offered on an empty pad', async () => {
    const page = await open();
    await page.getByTestId('pad').waitFor();
    await page.keyboard.press('7');
    expect(await page.getByTestId('correct-7').count()).toBe(0);
    await summary(page).getByText('None yet').waitFor();
  });
});

describe('corrections', () => {
  test('survive a reload, and can be removed and restored', async () => {
    const page = await open();
    await writeAnd(page, seven, '2');
    await writeAnd(page, one, '4');
    await summary(page).getByText('2').waitFor();
    await keptInBrowser(page);
    await page.reload();
    await summary(page).getByText('2').waitFor();
    await showCard(page);
    await expect.poll(() => drawings(page).allInnerTexts()).toEqual(['2', '4']);
    await page.getByRole('button', { name: 'Remove this drawing of 2' }).click();
    await expect.poll(() => drawings(page).allInnerTexts()).toEqual(['4']);
    await page.getByTestId('corrections-undo').click();
    await page.getByTestId('corrections-clear').click();
    await page
      .getByTestId('corrections-status')
      .getByText('2 corrections removed'.replace(' ', '\u00a0'))
      .waitFor();
    await page.getByTestId('corrections-undo').click();
    await expect.poll(() => drawings(page).allInnerTexts()).toEqual(['4', '2']);
    await keptInBrowser(page);
    await page.reload();
    await summary(page).getByText('2').waitFor();
  });

  test('are saved to files and loaded from them', async () => {
    const page = await open();
    await writeAnd(page, seven, '2');
    await writeAnd(page, one, '4');
    await showCard(page);
    const strokes = await saved(page, 'corrections-strokes');
    const csv = await saved(page, 'corrections-csv');
    expect(
      strokes
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).label),
    ).toEqual([2, 4]);
    expect(csv.split('\n')[0]).toMatch(/^label,pixel0,.*,pixel783$/);
    await page.getByTestId('corrections-clear').click();
    await page.getByTestId('corrections-file').setInputFiles(written('mine.jsonl', strokes));
    await expect.poll(() => drawings(page).allInnerTexts()).toEqual(['2', '4']);
    await page.getByTestId('corrections-clear').click();
    await page.getByTestId('corrections-file').setInputFiles(written('mine.csv', csv));
    await expect.poll(() => drawings(page).allInnerTexts()).toEqual(['2', '4']);
    await page.getByTestId('corrections-status').getByText('added as images').waitFor();
  });

  test('don’t change if a file has a bad row, whose line is named', async () => {
    const page = await open();
    await writeAnd(page, seven, '2');
    await showCard(page);
    const bad = '{"label":7,"strokes":[[[1,2],[3,4]]]}\n{"label":7,"strokes":[[[1,"x"]]]}\n';
    await page.getByTestId('corrections-file').setInputFiles(written('bad.jsonl', bad));
    const error = await page.getByTestId('error').textContent();
    expect(error).toMatch(/Row 2 has invalid strokes .*haven’t changed/);
    expect(await drawings(page).count()).toBe(1);
  });

  test('last until the page is closed if storage is denied, and a notice says so', async () => {
    const page = await open();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await page.reload();
    await writeAnd(page, seven, '2');
    await showCard(page);
    await page.getByTestId('corrections-status').getByText('when you close the page').waitFor();
    expect(await drawings(page).allInnerTexts()).toEqual(['2']);
  });
});

/** An angle that isn't a digit. */
const angle: Strokes = [
  [
    [20, 10],
    [20, 30],
    [20, 50],
    [20, 70],
    [20, 90],
    [40, 90],
    [60, 90],
    [80, 90],
  ],
];

describe('learning from corrections', () => {
  async function learning(page: Page): Promise<void> {
    await writeAnd(page, angle, '4');
    await showCard(page);
    await page.getByTestId('learn').click();
  }

  /** Returns the model's own reading. */
  async function reads(page: Page, strokes: Strokes): Promise<string> {
    await page.evaluate(() => scrollTo(0, 0)); // to the pad
    await page.keyboard.press('Escape');
    await page.getByTestId('digit').waitFor({ state: 'detached' });
    await write(page, strokes);
    await page.getByTestId('digit').waitFor();
    return answer(page);
  }

  test('fixes the misread digit, also after a reload, until it is undone', async () => {
    const page = await open();
    expect(await reads(page, angle)).not.toBe('4');
    await learning(page);
    const learned = await page.getByTestId('learned').textContent();
    expect(learned).toMatch(/Corrections now read correctly: 1 of 1 \(before: 0\)/);
    expect(learned).toMatch(/1,000 new sample digits: .*% before, .*% now/);
    expect(await reads(page, angle)).toBe('4');
    expect(await reads(page, seven)).toBe('7');
    await page.reload();
    expect(await reads(page, angle)).toBe('4');
    await showCard(page);
    await page.getByTestId('learn-undo').click();
    await page.getByTestId('adapted').waitFor({ state: 'detached' });
    expect(await reads(page, angle)).not.toBe('4');
    await page.reload();
    expect(await reads(page, angle)).not.toBe('4');
  });

  test('reports progress, and returns to the built-in model', async () => {
    const page = await open();
    await learning(page);
    await page.getByRole('progressbar').waitFor();
    await page.getByTestId('learned').waitFor();
    await page.getByTestId('learn-reset').click();
    await page.getByTestId('learned').waitFor({ state: 'detached' });
    expect(await reads(page, angle)).not.toBe('4');
  });

  test('can be cancelled without effect', async () => {
    const page = await open();
    await learning(page);
    await page.getByTestId('learn-cancel').click();
    await page.getByTestId('learn').waitFor();
    expect(await page.getByTestId('learned').count()).toBe(0);
    expect(await reads(page, angle)).not.toBe('4');
  });
});
