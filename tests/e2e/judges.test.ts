import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import type { Reader } from '#web/protocol/types';
import { realReadingEngine, realTrainingEngine } from '../web/realEngine';
import { goTo, open, runIs } from './browser';
import { command, shippedModel, testCsv, trainCsv, written } from './data';
import { answer, seven, write } from './handwriting';
import { hasPytorch, onnxruntime, papaparse, pytorch } from './judges';

const csv = written('judged.csv', trainCsv(400));
const inkling = (...taken: string[]) => execFileSync(command, taken, { encoding: 'utf8' });

const architectures: [name: string, options: string[]][] = [
  ['article', ['--preset', 'article']],
  ['fast', ['--preset', 'fast']],
  ['accurate', ['--preset', 'accurate']],
  // A pooling with a remainder, a normalisation of a vector, and other features that no preset has.
  [
    'a custom network',
    [
      '--architecture',
      'conv 4x4 6 valid | norm | relu | pool 3 | conv 3x3 8 | relu | dropout 0.3 | flatten | norm | dense 20 | relu | conv 3x3 12 | dense 10',
    ],
  ],
];

/** Returns a model after brief training, so that its statistics differ from the initial ones. */
function trained(options: string[]): string {
  const path = written('judged.safetensors', '');
  inkling('train', csv, '--epochs', '1', ...options, '--model', path, '--threads', '1');
  return path;
}

async function thousandImages(): Promise<Uint8Array> {
  const engine = await realTrainingEngine();
  const data = engine.synthetic_data(1000, 7);
  const images = data.images(0, 1000);
  data.delete();
  return images;
}

/** Returns the page engine's logits, [images, 10]. */
function logitsOf(reader: Reader, images: Uint8Array): number[] {
  return Array.from({ length: images.length / 784 }, (_, at) => {
    const { values } = reader.activations(images.subarray(at * 784, (at + 1) * 784));
    return [...values.subarray(-10)];
  }).flat();
}

function softmax(logits: number[], temperature: number): number[] {
  return logits.flatMap((_, at) => {
    if (at % 10 !== 0) return [];
    const powers = logits.slice(at, at + 10).map((logit) => Math.exp(logit / temperature));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map((power) => power / sum);
  });
}

function furthest(one: number[], other: number[]): number {
  expect(one).toHaveLength(other.length);
  return one.reduce((most, value, at) => {
    const distance = Math.abs(value - (other[at] ?? Number.NaN));
    return distance <= most ? most : distance; // NaN counts as the largest distance
  }, 0);
}

function temperatureOf(model: string): number {
  const report = JSON.parse(inkling('inspect', model, '--json'));
  return report.calibration?.temperature ?? 1;
}

describe('an exported model', async () => {
  const reading = await realReadingEngine();
  const images = await thousandImages();
  const pixels = written('images.bin', images);
  vi.unstubAllGlobals();

  /** Returns our own results for the model in this file. */
  function ours(path: string): { logits: number[]; probabilities: number[] } {
    const reader = new reading.Reader();
    expect(reader.load(readFileSync(path))).toBe('');
    const logits = logitsOf(reader, images);
    reader.delete();
    return { logits, probabilities: softmax(logits, temperatureOf(path)) };
  }

  test.each(architectures)(
    'gives the same answers in onnxruntime on 1,000 images: %s',
    (_, options) => {
      const model = trained(options);
      const onnx = written('judged.onnx', '');
      inkling('export', model, '--onnx', onnx);
      const { logits, probabilities } = ours(model);
      for (const runtime of ['node', 'web'] as const) {
        const theirs = onnxruntime(runtime, onnx, pixels);
        expect(furthest(theirs.probabilities, probabilities), runtime).toBeLessThan(1e-4);
        expect(furthest(theirs.logits, logits), runtime).toBeLessThan(1e-3);
      }
    },
    120_000,
  );

  test('gives the same answers in onnxruntime with half-precision weights', () => {
    const onnx = written('shipped.onnx', '');
    inkling('export', shippedModel, '--onnx', onnx);
    const { probabilities } = ours(shippedModel);
    const theirs = onnxruntime('web', onnx, pixels);
    expect(furthest(theirs.probabilities, probabilities)).toBeLessThan(1e-4);
  });

  test.skipIf(!hasPytorch).each(architectures)(
    'is read by PyTorch from its safetensors file: %s',
    (_, options) => {
      const model = trained(options);
      expect(furthest(pytorch(model, pixels).logits, ours(model).logits)).toBeLessThan(1e-3);
    },
    120_000,
  );
});

async function saved(page: Page, testid: string): Promise<{ path: string; name: string }> {
  const saving = page.waitForEvent('download');
  await page.getByTestId(testid).click();
  const file = await saving;
  return { path: await file.path(), name: file.suggestedFilename() };
}

/** Trains briefly in the page. */
async function trainHere(page: Page): Promise<void> {
  await page.getByTestId('data-file').setInputFiles(csv);
  await page.getByTestId('data-summary').getByText('400').waitFor();
  await page.getByTestId('epochs').fill('2');
  await page.getByTestId('train-start').click();
  await runIs(page, 'finished');
}

describe('files between page and command line', () => {
  test('a model trained in the page gives the same answers on the command line, also as ONNX and as a card', async () => {
    const page = await open({ view: 'train' });
    await trainHere(page);
    const model = await saved(page, 'model-save');
    const onnx = await saved(page, 'model-save-onnx');
    const card = await saved(page, 'model-save-card');
    expect(model.name).toBe('inkling-article.safetensors');
    expect(onnx.name).toBe('inkling-article.onnx');
    expect(card.name).toBe('inkling-article-card.md');
    const exported = written('from-command.onnx', '');
    inkling('export', model.path, '--onnx', exported);
    expect(readFileSync(onnx.path).equals(readFileSync(exported))).toBe(true);
    const text = readFileSync(card.path, 'utf8');
    expect(text).toContain('Up to 2 epochs with a batch size of 32');
    expect(text).toMatch(/\| 9 \| \d/);

    // Both predict the same for a test file, row by row.
    const test = written('judged-test.csv', testCsv(300));
    const answers = written('from-command.csv', '');
    inkling('predict', model.path, test, '--out', answers);
    await page.getByTestId('test-file').setInputFiles(test);
    await page.getByTestId('submission').waitFor();
    const submission = await saved(page, 'submission');
    expect(readFileSync(submission.path, 'utf8')).toBe(readFileSync(answers, 'utf8'));
  });

  test('a model trained on the command line gives the same answers in the page', async () => {
    const model = trained(['--preset', 'fast']);
    const test = written('judged-test.csv', testCsv(300));
    const answers = written('from-command.csv', '');
    inkling('predict', model, test, '--out', answers);
    const page = await open({ view: 'train' });
    await page.getByTestId('model-load').setInputFiles(model);
    await page.getByTestId('model-in-use').getByText('from a file').waitFor();
    await page.getByTestId('test-file').setInputFiles(test);
    await page.getByTestId('submission').waitFor();
    const submission = await saved(page, 'submission');
    expect(readFileSync(submission.path, 'utf8')).toBe(readFileSync(answers, 'utf8'));
    await page.getByTestId('in-use-export').click();
    const onnx = await saved(page, 'in-use-save-onnx');
    const exported = written('from-command.onnx', '');
    inkling('export', model, '--onnx', exported);
    expect(readFileSync(onnx.path).equals(readFileSync(exported))).toBe(true);
  });
});

describe('every exported CSV', () => {
  test('is read by PapaParse without errors', async () => {
    const page = await open({ view: 'train' });
    await page.getByTestId('model-in-use').waitFor();
    await page.getByTestId('test-file').setInputFiles(written('test.csv', testCsv(30)));
    await page.getByTestId('submission').waitFor();
    const submission = await saved(page, 'submission');
    await goTo(page, 'read');
    await write(page, seven);
    expect(await answer(page)).toBe('7');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Show Your corrections' }).click();
    const corrections = await saved(page, 'corrections-csv');
    const [answers, drawings] = papaparse(submission.path, corrections.path);
    expect([answers?.errors, drawings?.errors]).toEqual([[], []]);
    expect(answers?.data[0]).toEqual(['ImageId', 'Label']);
    expect(answers?.data.slice(1).every(([id], at) => id === String(at + 1))).toBe(true);
    expect(answers?.data).toHaveLength(31);
    expect(drawings?.data[0]).toHaveLength(785);
    expect(drawings?.data[1]).toHaveLength(785);
    expect(drawings?.data[1]?.[0]).toBe('1');
  });

  test('of data, problems and corrections, too, whatever a file contains', async () => {
    const [header = '', ...rows] = trainCsv(100).split('\r\n');
    rows[1] = (rows[1] ?? '').replace(/^1,0,/, '1,"n/a; ""?"", none",');
    rows[2] = (rows[2] ?? '').replace(/^2/, '"many, ""2"""');
    rows[3] = 'cut,off';
    const name = 'mine, "all".csv';
    const page = await open({ view: 'train' });
    await page
      .getByTestId('data-file')
      .setInputFiles(written(name, [header, ...rows].join('\r\n')));
    await page.getByTestId('all-images').click();
    await page.getByTestId('gallery').focus();
    await page.keyboard.press('7');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('x');
    await page.getByTestId('label-overrides').getByText('1 relabelled, 1 excluded').waitFor();
    await page.getByTestId('repairs').locator('summary').click();
    await page.getByTestId('rows-left-out').locator('summary').click();
    const lists = ['repairs-save', 'rows-left-out-save', 'label-overrides-save', 'data-save'];
    const files: string[] = [];
    for (const list of lists) files.push((await saved(page, list)).path);
    const [repairs, leftOut, changes, data] = papaparse(...files);
    expect([repairs, leftOut, changes, data].flatMap((table) => table?.errors)).toEqual([]);
    expect(repairs?.data.slice(1)).toEqual([
      [name, '3', '2', 'pixel0', 'n/a; ""?"", none', '0', 'not a number'],
    ]);
    expect(leftOut?.data.slice(1).map((row) => row.slice(0, 5))).toEqual([
      [name, '4', '1', 'label', 'many, ""2""'],
      [name, '5', '', '', '2'],
    ]);
    expect(changes?.data).toEqual([
      ['image', 'label in the file', 'label now'],
      ['1', '0', '7'],
      ['2', '1', 'left out'],
    ]);
    // The header and 100 rows, minus two unusable ones and one excluded by hand.
    expect(data?.data).toHaveLength(98);
    expect(data?.data.every((row) => row.length === 785)).toBe(true);
    expect(data?.data[1]?.[0]).toBe('7');
  });
});
