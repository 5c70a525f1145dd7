import { beforeEach, expect, test, vi } from 'vitest';
import { adapted, builtIn } from '#web/model/modelLabel';
import { browserModelStore } from '#web/model/modelStore';

let stored: unknown;
let setting: string | null;
let full: boolean;

vi.mock('#web/storage/database', () => ({
  readOne: async (_store: string, _key: string, isValid: (value: unknown) => boolean) =>
    isValid(stored) ? stored : null,
  save: async (_store: string, [[, value]]: [[string, unknown]]) => {
    if (full) throw new DOMException('full', 'QuotaExceededError');
    stored = value;
  },
  remove: async () => {
    stored = undefined;
  },
}));
vi.mock('#web/storage/localSetting', () => ({
  readSetting: () => setting,
  writeSetting: (_name: string, value: string) => {
    setting = value;
  },
}));

const bytes = Uint8Array.of(1);
const trained = { bytes, origin: 'trained', label: builtIn, before: null } as const;

beforeEach(() => {
  stored = undefined;
  setting = null;
  full = false;
});

test('a saved model is read again, until none is saved', async () => {
  await browserModelStore.write(trained);
  expect(await browserModelStore.read()).toEqual(trained);
  await browserModelStore.write(null);
  expect([await browserModelStore.read(), stored]).toEqual([undefined, undefined]);
});

test('a model of an earlier version is an adapted one, with the names that are known', async () => {
  setting = 'kept';
  stored = { bytes, before: { bytes, origin: 'shipped' } };
  expect(await browserModelStore.read()).toEqual({
    ...{ bytes, origin: 'adapted', label: adapted },
    before: { bytes, origin: 'shipped', label: builtIn },
  });
});

test.each([
  ['without bytes', { before: null }],
  ['of an unknown origin', { bytes, origin: 'elsewhere', before: null }],
  ['before an unknown one', { bytes, before: { bytes, origin: 'elsewhere' } }],
])('an entry %s is ignored', async (_, entry) => {
  setting = 'kept';
  stored = entry;
  expect(await browserModelStore.read()).toBe(undefined);
});

test('the database isn’t opened where no model was saved', async () => {
  stored = trained;
  expect(await browserModelStore.read()).toBe(undefined);
  await browserModelStore.write(null);
  expect(stored).toBe(trained);
});

test('an older model doesn’t come back if a newer one can’t be saved', async () => {
  await browserModelStore.write(trained);
  full = true;
  await expect(browserModelStore.write({ ...trained, origin: 'file' })).rejects.toThrow();
  expect(await browserModelStore.read()).toBe(undefined);
});

test('a model that is given up while it is being saved doesn’t come back', async () => {
  await Promise.all([browserModelStore.write(trained), browserModelStore.write(null)]);
  expect(await browserModelStore.read()).toBe(undefined);
});
