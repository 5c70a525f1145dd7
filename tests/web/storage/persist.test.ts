import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const fresh = async () => (await import('#web/storage/persist')).askToPersist;

test('the browser is asked once, and not where it has agreed before', async () => {
  const persist = vi.fn();
  vi.stubGlobal('navigator', { storage: { persisted: async () => false, persist } });
  const ask = await fresh();
  await ask();
  await ask();
  expect(persist).toHaveBeenCalledOnce();
  vi.resetModules();
  vi.stubGlobal('navigator', { storage: { persisted: async () => true, persist } });
  await (await fresh())();
  expect(persist).toHaveBeenCalledOnce();
});

test('a browser that cannot be asked is not', async () => {
  vi.stubGlobal('navigator', {});
  await (await fresh())();
});
