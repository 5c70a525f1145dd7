// A person's own symbols: drawn on the pad with real pointer events, trained on, and read.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { open, runIs } from './browser';
import { type Strokes, write } from './handwriting';

type Place = [number, number];

/** Returns points along lines between corners that vary a little with the seed, as by hand. */
function wobbly(seed: number, ...lines: Place[][]): Strokes {
  let state = seed * 7919 + 17;
  const miss = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state / 2147483648 - 0.5) * 12;
  };
  return lines.map((corners) => {
    const near = corners.map(([x, y]): Place => [x + miss(), y + miss()]);
    return near.slice(1).flatMap(([toX, toY], at): Place[] => {
      const [x, y] = near[at] ?? [toX, toY];
      return Array.from({ length: 9 }, (_, step): Place => {
        const share = step / 8;
        return [x + (toX - x) * share, y + (toY - y) * share];
      });
    });
  });
}

const symbols: Record<string, (seed: number) => Strokes> = {
  roof: (seed) =>
    wobbly(seed, [
      [5, 90],
      [50, 10],
      [95, 90],
    ]),
  cross: (seed) =>
    wobbly(
      seed,
      [
        [10, 10],
        [90, 90],
      ],
      [
        [90, 10],
        [10, 90],
      ],
    ),
  box: (seed) =>
    wobbly(seed, [
      [10, 10],
      [90, 10],
      [90, 90],
      [10, 90],
      [10, 10],
    ]),
};

const names = Object.keys(symbols);
const folder = mkdtempSync(join(tmpdir(), 'inkling-symbols-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Writes a file as the page saves it, with this many drawings of each symbol. */
function saved(name: string, labels: readonly string[], drawings: number, seed = 100): string {
  const lines = labels.flatMap((label) =>
    Array.from({ length: drawings }, (_, at) =>
      JSON.stringify({
        label,
        strokes: symbols[label]?.(seed + at) ?? [
          [
            [0, 0],
            [9, 90],
          ],
        ],
      }),
    ),
  );
  return file(name, `${lines.join('\n')}\n`);
}

async function openSymbols(options: Parameters<typeof open>[0] = {}): Promise<Page> {
  const page = await open({ view: 'train', ...options });
  await page.locator('#card-symbols h2 button').click();
  await page.getByTestId('symbol-name').waitFor();
  return page;
}

async function name(page: Page, symbol: string): Promise<void> {
  await page.getByTestId('symbol-name').fill(symbol);
  await page.keyboard.press('Enter');
  await tile(page, symbol).waitFor();
}

const tile = (page: Page, symbol: string) =>
  page.getByTestId('symbol-tile').filter({ hasText: symbol });

/** Draws on the visible pad, and adds the drawing by key. */
async function draw(page: Page, strokes: Strokes): Promise<void> {
  await page.getByTestId('pad').scrollIntoViewIfNeeded();
  await write(page, strokes);
  await page.keyboard.press('Enter');
}

const countOf = (page: Page, symbol: string) => tile(page, symbol).locator('.count').textContent();

/** Returns the reading of the reading view's pad. */
async function readingOf(page: Page, strokes: Strokes): Promise<string> {
  await write(page, strokes);
  const digit = page.getByTestId('digit').first();
  await digit.waitFor();
  await page.waitForTimeout(700);
  const text = (await digit.textContent()) ?? '';
  await page.getByTestId('clear').click();
  return text.replace('?', '').trim();
}

test('learns and reads three symbols after ten drawings of each', {
  timeout: 300_000,
}, async () => {
  const page = await openSymbols();
  for (const symbol of names) {
    await name(page, symbol);
    for (let seed = 1; seed <= 10; seed += 1) await draw(page, symbols[symbol]?.(seed) ?? []);
    await expect.poll(() => countOf(page, symbol)).toBe('10 of 10');
  }
  await page.getByTestId('symbols-use').click();
  await page.getByTestId('data-summary').getByText('30 images, 3 classes').waitFor();
  expect(await page.getByTestId('preset').inputValue()).toBe('accurate');
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished', 200_000);
  await page.getByTestId('next-use').click();
  await page.getByTestId('pad').waitFor();
  for (const symbol of names)
    for (const seed of [51, 52])
      expect(await readingOf(page, symbols[symbol]?.(seed) ?? []), symbol).toBe(symbol);
});

describe('a drawing of a symbol', () => {
  test('survives a reload, and is removed by a click', async () => {
    const page = await openSymbols();
    await name(page, 'roof');
    await draw(page, symbols.roof?.(1) ?? []);
    await draw(page, symbols.roof?.(2) ?? []);
    await expect.poll(() => countOf(page, 'roof')).toBe('2 of 10');
    await page.reload();
    await page.getByTestId('symbols-summary').getByText('1 symbol, 2 drawings').waitFor();
    await page.locator('#card-symbols h2 button').click();
    await page.getByTestId('symbol-examples').getByRole('button').first().click();
    await expect.poll(() => countOf(page, 'roof')).toBe('1 of 10');
    await page.getByTestId('symbol-undo').click();
    await expect.poll(() => countOf(page, 'roof')).toBe('2 of 10');
  });

  test('is added once the pen rests, to the symbol it was drawn for', async () => {
    const page = await openSymbols();
    await name(page, 'roof');
    await name(page, 'box');
    await write(page, symbols.box?.(1) ?? []);
    await expect.poll(() => countOf(page, 'box'), { timeout: 5000 }).toBe('1 of 10');
    await page.getByTestId('symbol-auto').uncheck();
    await write(page, symbols.box?.(2) ?? []);
    await tile(page, 'roof').click();
    expect(await countOf(page, 'box')).toBe('2 of 10');
    expect(await countOf(page, 'roof')).toBe('0 of 10');
  });

  test('can be removed from the pad by stroke or completely', async () => {
    const page = await openSymbols();
    await name(page, 'cross');
    await page.getByTestId('symbol-auto').uncheck();
    await write(page, symbols.cross?.(1) ?? []);
    await page.getByTestId('pad').locator('xpath=ancestor::*[@role="img"]').focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('img', { name: '1 stroke' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('img', { name: 'Empty' }).waitFor();
    expect(await countOf(page, 'cross')).toBe('0 of 10');
  });
});

test('a symbol’s name is unique, and the symbol can be renamed, removed and restored', async () => {
  const page = await openSymbols();
  await name(page, 'roof');
  await page.getByTestId('symbol-name').fill(' roof ');
  await page.getByTestId('symbol-add').click();
  await page.getByText('There’s already a symbol with this name.').waitFor();
  await name(page, 'box');
  await page.getByTestId('symbol-rename').fill('square');
  await page.keyboard.press('Enter');
  await tile(page, 'square').waitFor();
  await page.getByTestId('symbol-remove').click();
  await expect.poll(() => page.getByTestId('symbol-tile').count()).toBe(1);
  await page.getByTestId('symbol-undo').click();
  await tile(page, 'square').waitFor();
  await tile(page, 'square').focus();
  await page.keyboard.press('Home');
  expect(await tile(page, 'roof').getAttribute('aria-selected')).toBe('true');
});

test('merges files by name, names a faulty one, and saves the result as one', async () => {
  const page = await openSymbols();
  await page
    .getByTestId('symbols-file')
    .setInputFiles([
      saved('ann.jsonl', ['roof', 'box'], 4),
      file('notes.txt', 'This is no drawing.\n'),
      saved('bob.jsonl', ['box', 'cross'], 3, 300),
    ]);
  await expect.poll(() => countOf(page, 'box')).toBe('7 of 10');
  expect(await countOf(page, 'cross')).toBe('3 of 10');
  const status = page.getByTestId('symbols-status');
  await status.getByText('14 drawings added.').waitFor();
  expect(await status.textContent()).toContain('notes.txt:');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('symbols-save').click(),
  ]);
  const again = await openSymbols();
  await again.getByTestId('symbols-file').setInputFiles(await download.path());
  await again.getByTestId('symbols-summary').getByText('3 symbols, 14 drawings').waitFor();
});

test.each([
  ['at a desk', { size: { width: 1280, height: 800 } }],
  ['on a small phone in the dark', { size: { width: 360, height: 640 }, dark: true, phone: true }],
])('fits and is accessible %s', async (_, options) => {
  const page = await openSymbols({ ...options, stillness: true });
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('symbols-file').setInputFiles(saved('three.jsonl', names, 4));
  await expect.poll(() => page.getByTestId('symbol-tile').count()).toBe(3);
  await page.getByTestId('symbols-guide').click();
  expect(await violations(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(options.size.width);
});
