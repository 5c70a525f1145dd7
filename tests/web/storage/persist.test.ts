import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const fresh = async () => (await import('#web/storage/persist')).askToPersist;

test('asks the browser once, and not if it has agreed before', async () => {
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

test('doesn’t ask a browser that lacks the API', async () => {
  vi.stubGlobal('navigator', {});
  await (await fresh())();
});
