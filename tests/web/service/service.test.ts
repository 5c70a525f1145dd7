import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { headersFor } from '#web/../headers';
import { withHeaders } from '#web/service/headers';
import { pageMark } from '#web/service/isExpectedResponse';
import { type Caches, cachePage } from '#web/service/pageCache';
import { respond, type Sources } from '#web/service/respond';
import { firstTime } from '#web/service/start';

describe('a response', () => {
  test('gets the headers of _headers, and keeps its own, its status and its body', async () => {
    const own = { 'Content-Type': 'text/html', 'Cross-Origin-Opener-Policy': 'unsafe-none' };
    const given = withHeaders(new Response('words', { status: 404, headers: own }));
    for (const [name, value] of Object.entries(headersFor({ scripts: [], styles: [] })))
      expect(given.headers.get(name)).toBe(value);
    expect(given.headers.get('content-type')).toBe('text/html');
    expect(given.status).toBe(404);
    expect(await given.text()).toBe('words');
  });

  test('without a body gets them, too', () => {
    const given = withHeaders(new Response(null, { status: 304 }));
    expect(given.status).toBe(304);
    expect(given.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  });

  test.each(['opaque', 'opaqueredirect', 'error'])(
    'of the type %s is passed on unchanged',
    (type) => {
      const closed = { type } as Response;
      expect(withHeaders(closed)).toBe(closed);
    },
  );
});

describe('reloading', () => {
  test('happens once per tab', () => {
    const cached = new Map<string, string>();
    const storage = () => ({
      getItem: (key: string) => cached.get(key) ?? null,
      setItem: (key: string, value: string) => void cached.set(key, value),
    });
    expect(firstTime(storage)).toBe(true);
    expect(firstTime(storage)).toBe(false);
  });

  test('never happens if storage is denied, full or forgetful', () => {
    const denied = () => {
      throw new Error('denied');
    };
    expect(firstTime(denied)).toBe(false);
    expect(firstTime(() => ({ getItem: () => null, setItem: denied }))).toBe(false);
    expect(firstTime(() => ({ getItem: () => null, setItem: () => {} }))).toBe(false);
  });
});

/** Caches in memory, with the members used here. */
function memory(contents: Record<string, string[]>) {
  const stored = new Map(Object.entries(contents).map(([name, paths]) => [name, new Set(paths)]));
  const pathOf = (wanted: RequestInfo | URL) =>
    typeof wanted === 'string' ? wanted : new URL((wanted as Request).url).pathname.slice(1);
  const response = (has: boolean | undefined) => (has ? new Response('kept') : undefined);
  const open = async (name: string) => {
    const paths = stored.get(name) ?? new Set<string>();
    stored.set(name, paths);
    return {
      match: async (wanted: RequestInfo | URL) => response(paths.has(pathOf(wanted))),
      put: async (file: string) => void paths.add(file),
    } as unknown as Cache;
  };
  const caches: Caches = {
    open,
    keys: async () => [...stored.keys()],
    delete: async (name) => stored.delete(name),
    match: async (wanted) => response([...stored.values()].some((one) => one.has(pathOf(wanted)))),
  };
  return { caches, stored };
}

const files = { version: '2', lasting: ['assets/a-1.js'], changing: [] };

const thePage = `<head>${pageMark}</head>`;
const html = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

// Node's Request needs absolute URLs.
beforeEach(
  () =>
    void vi.stubGlobal(
      'Request',
      class {
        constructor(readonly url: string) {}
      },
    ),
);
afterEach(() => vi.unstubAllGlobals());

describe('the page’s files', () => {
  test('are cached by version, and older versions are deleted', async () => {
    const { caches, stored } = memory({ 'inkling here 1': ['./'], 'inkling elsewhere 1': ['./'] });
    await cachePage(files, 'here', caches, async () => new Response('new'));
    expect([...stored.keys()]).toEqual(['inkling elsewhere 1', 'inkling here 2']);
    expect([...(stored.get('inkling here 2') ?? [])]).toEqual(files.lasting);
  });

  test('that can’t be fetched keep the older version', async () => {
    const { caches, stored } = memory({ 'inkling here 1': ['./'] });
    for (const fetch of [
      () => Promise.reject(new Error('offline')),
      async () => new Response('', { status: 503 }),
      async () => html('Please log in'),
    ]) {
      await expect(cachePage(files, 'here', caches, fetch)).rejects.toThrow();
      expect(stored.has('inkling here 1')).toBe(true);
      expect([...(stored.get('inkling here 2') ?? [])]).toEqual([]);
    }
  });

  test('that are really another page aren’t cached', async () => {
    const { caches, stored } = memory({});
    const all = { ...files, changing: ['./'] };
    const portal = async ({ url }: Request) =>
      url === './' ? html('Please log in') : new Response('new');
    await expect(cachePage(all, 'here', caches, portal)).rejects.toThrow();
    const host = async ({ url }: Request) => (url === './' ? html(thePage) : new Response('new'));
    await cachePage(all, 'here', caches, host);
    expect([...(stored.get('inkling here 2') ?? [])]).toEqual(['assets/a-1.js', './']);
  });

  test('are complete once the page itself is cached', async () => {
    const { caches, stored } = memory({});
    const all = { ...files, changing: ['./', 'model'] };
    const host = async ({ url }: Request) => (url === './' ? html(thePage) : new Response('new'));
    await cachePage(all, 'here', caches, host);
    expect([...(stored.get('inkling here 2') ?? [])]).toEqual(['assets/a-1.js', 'model', './']);
  });

  test('that are cached aren’t fetched again', async () => {
    const { caches, stored } = memory({ 'inkling here 2': files.lasting });
    const fetched: string[] = [];
    const fetch = async ({ url }: Request) => {
      fetched.push(url);
      return new Response('new');
    };
    const more = { ...files, lasting: [...files.lasting, 'assets/b-2.js'] };
    await cachePage(more, 'here', caches, fetch);
    expect(fetched).toEqual(['assets/b-2.js']);
    expect([...stored.keys()]).toEqual(['inkling here 2']);
  });
});

describe('a request', () => {
  const { caches } = memory({
    some: ['./', 'assets/a-1.js', 'assets/of-an-older-version.js', 'model', 'model.md'],
  });
  const request = (path: string, mode = 'cors') =>
    ({ url: `http://host/${path}`, mode }) as unknown as Request;
  const online = async () => new Response('new');
  const offline = () => Promise.reject(new Error('offline'));
  const text = async (path: string, network: Sources['network'], mode?: string) => {
    const lasting = ({ url }: Request) => url.includes('assets') && !url.includes('older');
    const isPage = ({ url }: Request) => new URL(url).pathname === '/';
    const sources = { network, caches, lasting, isPage, patienceMs: 50 };
    return (await respond(request(path, mode), sources)).text();
  };

  test('gets the cached file if its name contains its hash', async () => {
    expect(await text('assets/a-1.js', online)).toBe('kept');
    expect(await text('assets/b-2.js', online)).toBe('new');
  });

  test('gets other files from the network, or from the cache offline', async () => {
    expect(await text('model', online)).toBe('new');
    expect(await text('model', offline)).toBe('kept');
    await expect(text('unknown', offline)).rejects.toThrow('offline');
  });

  test('for any address of the page gets the page offline', async () => {
    expect(await text('', async () => html(thePage), 'navigate')).toBe(thePage);
    expect(await text('?engine=simd', offline, 'navigate')).toBe('kept');
    expect(await text('elsewhere', offline, 'navigate')).toBe('kept');
  });

  const status = (code: number) => async () => new Response('', { status: code });
  const portal = async () => html('Please log in');

  test.each([
    ['never answers', () => new Promise<never>(() => {})],
    ['answers 503', status(503)],
    ['answers 404', status(404)],
    ['returns a login page', portal],
    ['redirects to a login', async () => ({ type: 'opaqueredirect', ok: false }) as Response],
  ])('gets the cached file if the network %s', async (_, network) => {
    expect(await text('', network, 'navigate')).toBe('kept');
    expect(await text('model', network)).toBe('kept');
    expect(await text('assets/of-an-older-version.js', network)).toBe('kept');
  });

  test('gets the network’s response if nothing is cached or another page is requested', async () => {
    expect(await text('assets/unknown.js', portal)).toBe('Please log in');
    expect(await text('elsewhere', portal, 'navigate')).toBe('Please log in');
  });

  test('for a cached file’s address gets that file, as if the page had asked for it', async () => {
    expect(await text('model.md', online, 'navigate')).toBe('new');
    expect(await text('model.md', status(503), 'navigate')).toBe('kept');
    expect(await text('model.md', portal, 'navigate')).toBe('kept');
  });

  test('waits for the network if nothing is cached', async () => {
    const slow = () => new Promise<Response>((come) => setTimeout(come, 120, new Response('late')));
    expect(await text('assets/unknown.js', slow)).toBe('late');
  });

  test('recognises the page by one of its lines', () => {
    const index = fileURLToPath(new URL('../../../web/index.html', import.meta.url));
    expect(readFileSync(index, 'utf8')).toContain(pageMark);
  });
});
