import { expect, test } from 'vitest';
import { modelBytes } from '#web/model/modelFile';
import { fileOf } from '../double';

/** A file of this size that cannot be read. */
const unreadable = (size: number) =>
  ({ size, arrayBuffer: () => Promise.reject(new DOMException('gone')) }) as unknown as Blob;

test('a file is read whole', async () => {
  expect([...(await modelBytes(fileOf([1, 2, 3])))]).toEqual([1, 2, 3]);
});

test('a file of more than 256 MB is refused before it is read', async () => {
  const refused = { kind: 'declined', message: 'modelTooLarge' };
  await expect(modelBytes(unreadable(256e6 + 1))).rejects.toMatchObject(refused);
});

test('a file that cannot be read is no trouble of the engine', async () => {
  const refused = { kind: 'declined', message: 'unreadable' };
  await expect(modelBytes(unreadable(256e6))).rejects.toMatchObject(refused);
});
