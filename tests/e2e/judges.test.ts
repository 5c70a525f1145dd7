import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Reader } from '#web/engine/types';
import { realReadingEngine, realTrainingEngine } from '../web/realEngine';
import { command, shippedModel, testCsv, trainCsv, written } from './data';
import { hasPytorch, onnxruntime, papaparse, pytorch } from './judges';

const csv = written('judged.csv', trainCsv(400));
const inkling = (...taken: string[]) => execFileSync(command, taken, { encoding: 'utf8' });

const architectures: [name: string, options: string[]][] = [
  ['article', ['--preset', 'article']],
  ['fast', ['--preset', 'fast']],
  ['accurate', ['--preset', 'accurate']],
  // A pooling that leaves a row over, a normalisation of a vector, and whatever else no preset has.
  [
    'a network of one’s own',
    [
      '--architecture',
      'conv 4x4 6 valid | norm | relu | pool 3 | conv 3x3 8 | relu | dropout 0.3 | flatten | norm | dense 20 | relu | conv 3x3 12 | dense 10',
    ],
  ],
];

/** A model that has learned a little, so that its statistics are not those it began with. */
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

/** What the page's own engine makes of each image: [images, 10] before the softmax. */
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
    return distance <= most ? most : distance; // a NaN is the furthest of all
  }, 0);
}

function temperatureOf(model: string): number {
  const told = JSON.parse(inkling('inspect', model, '--json'));
  return told.calibration?.temperature ?? 1;
}

describe('a model that is taken away', async () => {
  const reading = await realReadingEngine();
  const images = await thousandImages();
  const pixels = written('images.bin', images);
  vi.unstubAllGlobals();

  /** Our own answers, of the model in that file. */
  function ours(path: string): { logits: number[]; probabilities: number[] } {
    const reader = new reading.Reader();
    expect(reader.load(readFileSync(path))).toBe('');
    const logits = logitsOf(reader, images);
    reader.delete();
    return { logits, probabilities: softmax(logits, temperatureOf(path)) };
  }

  test.each(architectures)(
    'answers in onnxruntime as here, over 1,000 images: %s',
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

  test('answers in onnxruntime as here when its file holds half floats', () => {
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

test('a submission.csv is read by PapaParse without a complaint', () => {
  const answers = written('from-command.csv', '');
  const images = written('judged-test.csv', testCsv(30));
  inkling('predict', trained(['--preset', 'article']), images, '--out', answers);
  const [table] = papaparse(answers);
  expect(table?.errors).toEqual([]);
  expect(table?.data[0]).toEqual(['ImageId', 'Label']);
  expect(table?.data.slice(1).map(([id]) => id)).toEqual(
    Array.from({ length: 30 }, (_, at) => String(at + 1)),
  );
});
