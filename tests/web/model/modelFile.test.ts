import { expect, test } from 'vitest';
import { modelBytes } from '#web/model/modelFile';
import { fileOf } from '../fakeEngine';

/** Returns an unreadable file of this size. */
const unreadable = (size: number) =>
  ({ size, arrayBuffer: () => Promise.reject(new DOMException('gone')) }) as unknown as Blob;

test('reads a whole file', async () => {
  const file = [2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d, 3];
  expect([...(await modelBytes(fileOf(file)))]).toEqual(file);
});

test('refuses a file over 256 MB before reading it', async () => {
  const refused = { kind: 'page', message: 'modelTooLarge' };
  await expect(modelBytes(unreadable(256e6 + 1))).rejects.toMatchObject(refused);
});

test('an unreadable file isn’t an engine failure', async () => {
  const refused = { kind: 'page', message: 'unreadable' };
  await expect(modelBytes(unreadable(256e6))).rejects.toMatchObject(refused);
});

test.each([
  ['emptyFile', ''],
  ['modelIsOnnx', '\b\u0007\u0012\u0007Inkling'],
  ['modelIsPage', '<!doctype html>'],
  ['notModel', 'label,pixel0\n3,0\n'],
  ['notModel', '\u00ff\u00d8\u00ff\u00e0 JFIF'],
  ['notModel', 'short'],
])('names a file that is no model: %s', async (message, text) => {
  const refused = { kind: 'page', message };
  await expect(modelBytes(new Blob([text]))).rejects.toMatchObject(refused);
});
