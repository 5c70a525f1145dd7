import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepScreenOn } from '#web/shell/wakeLock';

/** A page that may be hidden, with its locks. */
class FakePage extends EventTarget {
  visibilityState = 'visible';
  locks: { released: boolean; release(): Promise<void> }[] = [];
  allowed = true;

  request = async () => {
    if (!this.allowed) throw new DOMException('', 'NotAllowedError');
    const lock = {
      released: false,
      release: async () => {
        lock.released = true;
      },
    };
    this.locks.push(lock);
    return lock;
  };

  get held(): number {
    return this.locks.filter(({ released }) => !released).length;
  }

  async become(state: string): Promise<void> {
    this.visibilityState = state;
    if (state === 'hidden') for (const lock of this.locks) await lock.release(); // as browsers do
    this.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => {});
  }
}

let page: FakePage;
beforeEach(() => {
  page = new FakePage();
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', { wakeLock: { request: page.request } });
});
afterEach(() => void vi.unstubAllGlobals());

test('keeps the screen on until it is released', async () => {
  const end = keepScreenOn();
  await vi.waitFor(() => expect(page.held).toBe(1));
  end();
  await vi.waitFor(() => expect(page.held).toBe(0));
});

test('takes the lock again only when the page becomes visible', async () => {
  const end = keepScreenOn();
  await vi.waitFor(() => expect(page.held).toBe(1));
  await page.become('hidden');
  expect(page.held).toBe(0);
  await page.become('visible');
  await vi.waitFor(() => expect(page.held).toBe(1));
  await page.become('visible');
  expect(page.locks).toHaveLength(2);
  end();
  await page.become('visible');
  expect(page.held).toBe(0);
});

test('releases a lock that arrives too late', async () => {
  keepScreenOn()();
  await vi.waitFor(() => expect(page.locks).toHaveLength(1));
  await vi.waitFor(() => expect(page.held).toBe(0));
});

test('continues if the browser denies or lacks wake locks', async () => {
  page.allowed = false;
  keepScreenOn()();
  vi.stubGlobal('navigator', {});
  keepScreenOn()();
  await page.become('visible');
  expect(page.locks).toEqual([]);
});
