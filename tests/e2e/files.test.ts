import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, open, runIs } from './browser';
import { testCsv, trainCsv, written } from './data';
import { answer, one, type Strokes, seven, write } from './handwriting';

const csv = written('good.csv', trainCsv(600));
const good = trainCsv(6); // so few rows that one bad row is too many
const [header = '', ...rows] = good.split('\r\n');

/** Returns a good file with one row changed. */
function changed(row: number, change: (line: string) => string): string {
  return [header, ...rows.map((line, at) => (at === row ? change(line) : line))].join('\r\n');
}

const malformed: [name: string, content: string | Uint8Array, says: RegExp][] = [
  ['an empty file', '', /empty/i],
  ['8 x 8 images', `${'1,'.repeat(64)}1\n`.repeat(3), /65|8x8/],
  ['a row that is short', changed(3, (line) => line.slice(0, 400)), /row|line/i],
  ['a label of 12', changed(2, (line) => line.replace(/^\d/, '12')), /label.*12|12.*label/i],
  ['a pixel of 999', changed(4, (line) => line.replace(/,0,/, ',999,')), /999/],
  ['a zip archive cut off', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), /ZIP.*incomplete/],
  ['a gzip file cut off', gzipSync(good).subarray(0, 200), /end|damaged/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), /./],
];

async function error(page: Page): Promise<string> {
  await page.getByTestId('error').waitFor();
  return (await page.getByTestId('error').textContent()) ?? '';
}

describe('malformed files', () => {
  test('each show their own message, and the previous data stay', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('data-file').setInputFiles(csv);
    const summary = page.getByTestId('data-summary');
    await summary.getByText('600').waitFor();
    const sentences = new Set<string>();
    for (const [name, content, says] of malformed) {
      await page.getByTestId('data-file').setInputFiles(written('bad.csv', content));
      const sentence = await error(page);
      expect(sentence, name).toMatch(says);
      expect(sentence, name).toContain('“good.csv” is still loaded');
      expect(await summary.textContent(), name).toContain('600');
      sentences.add(sentence);
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }
    expect(sentences.size).toBe(malformed.length);
    await page.getByTestId('epochs').fill('1');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
  });

  test('a file that isn’t a model is refused, and the current model stays in use', async () => {
    const page = await open();
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await goTo(page, 'train');
    const inUse = await page.getByTestId('model-in-use').textContent();
    for (const content of ['', '<!doctype html>', new Uint8Array(5000).fill(200)]) {
      await page.getByTestId('model-load').setInputFiles(written('bad.safetensors', content));
      expect(await error(page)).toMatch(/still in use/);
      expect(await page.getByTestId('model-in-use').textContent()).toBe(inUse);
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }
    await goTo(page, 'read');
    expect(await answer(page)).toBe('7');
  });

  test('a file that isn’t a test file is refused, and earlier predictions stay', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('model-in-use').waitFor();
    await page.getByTestId('test-file').setInputFiles(written('test.csv', testCsv(30)));
    await page.getByTestId('submission').waitFor();
    await page.getByTestId('test-file').setInputFiles(written('none.csv', 'a,b\n1,2\n'));
    expect(await error(page)).toMatch(/model in use hasn’t changed/);
    await page.getByText('30\u00a0images predicted').waitFor();
  });
});

test('file pickers don’t grey out files whose type the system doesn’t know', async () => {
  const page = await open();
  const accepted = () =>
    page
      .locator('input[type=file]')
      .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).accept));
  await page.locator('#title-corrections button').click();
  await page.getByTestId('corrections-file').waitFor({ state: 'attached' });
  expect((await accepted()).toSorted()).toEqual(['', 'image/*']);
  await goTo(page, 'train');
  await page.getByTestId('model-load').waitFor({ state: 'attached' });
  const inTraining = await accepted();
  expect(inTraining.length).toBeGreaterThan(3);
  expect(new Set(inTraining)).toEqual(new Set(['']));
  await goTo(page, 'sheets');
  await page.getByTestId('sheets-file').waitFor({ state: 'attached' });
  expect(new Set(await accepted())).toEqual(new Set(['']));
  await page.getByTestId('form-make').click();
  await page.getByTestId('form-start-marks').waitFor();
  for (const types of await accepted()) expect(['', 'image/*']).toContain(types);
});

const drawings: Strokes[] = [seven, one, [...seven, ...one]];

async function answers(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const drawing of drawings) {
    await write(page, drawing);
    await answer(page);
    all.push((await page.getByTestId('bars').textContent()) ?? '');
    await page.keyboard.press('Escape');
  }
  return all;
}

describe('exported files', () => {
  test('a saved model gives the same answers after loading it elsewhere', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('data-file').setInputFiles(csv);
    await page.getByTestId('data-summary').getByText('600').waitFor();
    await page.getByTestId('epochs').fill('2');
    await page.getByTestId('train-start').click();
    await runIs(page, 'finished');
    await page.getByTestId('model-use').click();
    await goTo(page, 'train');
    const saving = page.waitForEvent('download');
    await page.getByTestId('model-save').click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/\.safetensors$/);
    await goTo(page, 'read');
    const before = await answers(page);

    const other = await open({ view: 'train' });
    await other.getByTestId('model-load').setInputFiles(await saved.path());
    await other.getByTestId('model-in-use').getByText('from a file').waitFor();
    await goTo(other, 'read');
    expect(await answers(other)).toEqual(before);
  });

  test('a test file becomes a submission with one row per image', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('model-in-use').waitFor();
    await page
      .getByTestId('test-file')
      .setInputFiles(written('test.csv.gz', gzipSync(testCsv(700))));
    await page.getByText('700\u00a0images predicted').waitFor();
    await page.getByText('first 20 of 700 images').waitFor();
    expect(await page.getByText(/^Predicted: \d$/).count()).toBeGreaterThan(9);
    const saving = page.waitForEvent('download');
    await page.getByTestId('submission').click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('submission.csv');
    const [head, ...lines] = readFileSync(await saved.path(), 'utf8')
      .trimEnd()
      .split(/\r?\n/);
    expect(head).toBe('ImageId,Label');
    expect(lines).toHaveLength(700);
    expect(lines.every((line, at) => new RegExp(`^${at + 1},\\d$`).test(line))).toBe(true);
  });
});
