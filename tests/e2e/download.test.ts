// What comes over the network before a digit can be read. It grows by itself; here it says so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { open } from './browser';
import { root } from './data';
import { answer, seven, write } from './hand';

const packedSize = (path: string) =>
  brotliCompressSync(readFileSync(join(root, 'build/web', path))).length;

test('the engine takes at most 120 KB before a digit can be read, and the model 200 KB', async () => {
  const page = await open();
  const asked = new Set<string>();
  page.context().on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.reload();
  await write(page, seven);
  await answer(page);
  const sum = (kind: RegExp) =>
    [...asked]
      .filter((path) => kind.test(path))
      .reduce((total, path) => total + packedSize(path), 0);
  const engine = sum(/\/engine-|\/worker-/);
  expect(engine).toBeGreaterThan(50_000);
  expect(engine).toBeLessThanOrEqual(120_000);
  const model = sum(/\.safetensors$/);
  expect(model).toBeGreaterThan(50_000);
  expect(model).toBeLessThanOrEqual(200_000);
});
