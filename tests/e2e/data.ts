// Test files: generated here, or the real ones if INKLING_DATA has them.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { withMetadata } from '../web/metadata';
import type { Strokes } from './handwriting';

const folder = mkdtempSync(join(tmpdir(), 'inkling-e2e-'));
export const root = fileURLToPath(new URL('../..', import.meta.url));
export const command = join(root, 'build/native/inkling');
export const shippedModel = join(root, 'build/web/model/inkling.safetensors');
export const realData = process.env.INKLING_DATA ?? '';

/** Returns the shipped model with a higher energy threshold: anything below it is rejected. */
export function modelAsking(leastEnergy: number): string {
  const entries = { temperature: '1.0000', least_energy: leastEnergy.toFixed(4) };
  return written('asking.safetensors', withMetadata(readFileSync(shippedModel), entries));
}

/** Returns a model that reads letters: the shipped one with other names for its classes. */
export function letterModel(): string {
  const entries = { classes: JSON.stringify([...'abcdefghij']) };
  return written('letters.safetensors', withMetadata(readFileSync(shippedModel), entries));
}

export function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export function realFile(name: string): string {
  return join(realData, name);
}

export function unpacked(name: string): string {
  return written(name.replace(/^.*\/|\.gz$/g, ''), gunzipSync(readFileSync(realFile(name))));
}

export interface LabelledStrokes {
  label: number;
  strokes: Strokes;
  line: string;
}

export function penDigits(count: number): LabelledStrokes[] {
  const lines = readFileSync(realFile('strokes/pendigits_tra.jsonl'), 'utf8').split('\n', count);
  return lines.map((line) => ({ ...JSON.parse(line), line }));
}

const segments = [
  'abcdef',
  'bc',
  'abged',
  'abgcd',
  'fgbc',
  'afgcd',
  'afgedc',
  'abc',
  'abcdefg',
  'abcfgd',
];
const bars: Record<string, [x: number, y: number, width: number, height: number]> = {
  a: [8, 4, 12, 3],
  b: [17, 4, 3, 11],
  c: [17, 13, 3, 11],
  d: [8, 21, 12, 3],
  e: [8, 13, 3, 11],
  f: [8, 4, 3, 11],
  g: [8, 12, 12, 3],
};

/** Returns a digit of a pocket calculator, slightly moved: easy to learn, but not trivial. */
export function calculatorDigit(digit: number, at: number): number[] {
  const pixels = new Array<number>(784).fill(0);
  const [moveX, moveY] = [((at * 7) % 7) - 3, ((at * 5) % 5) - 2];
  for (const name of segments[digit] ?? '') {
    const [x, y, width, height] = bars[name] ?? [0, 0, 0, 0];
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) {
        pixels[(row + moveY) * 28 + column + moveX] = 160 + ((at * 31 + row * 7 + column) % 96);
      }
    }
  }
  return pixels;
}

const header = Array.from({ length: 784 }, (_, at) => `pixel${at}`).join(',');

/** Returns a train.csv in Kaggle's format. */
export function trainCsv(images: number): string {
  const rows = Array.from({ length: images }, (_, at) =>
    [at % 10, ...calculatorDigit(at % 10, Math.floor(at / 10))].join(','),
  );
  return [`label,${header}`, ...rows, ''].join('\r\n');
}

/** Returns a train.csv with other classes. */
export function namedCsv(
  images: number,
  imageAt: (at: number) => { name: string; pixels: readonly number[] },
): string {
  const rows = Array.from({ length: images }, (_, at) => {
    const { name, pixels } = imageAt(at);
    return [name, ...pixels].join(',');
  });
  return [`label,${header}`, ...rows, ''].join('\n');
}

/** Returns the same images without labels. */
export function testCsv(images: number): string {
  const rows = Array.from({ length: images }, (_, at) =>
    calculatorDigit(at % 10, Math.floor(at / 10)).join(','),
  );
  return [header, ...rows, ''].join('\n');
}
