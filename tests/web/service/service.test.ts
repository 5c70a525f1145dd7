import { describe, expect, test } from 'vitest';
import { headers } from '#web/../headers';
import { withHeaders } from '#web/service/headers';
import { type Caches, cachePage } from '#web/service/pageCache';
import { respond, type Sources } from '#web/service/respond';
import { firstTime } from '#web/service/start';

describe('a response', () => {
  test('gets the headers of _headers, and keeps its own, its status and its body', async () => {
    const own = { 'Content-Type': 'text/html', 'Cross-Origin-Opener-Policy': 'unsafe-none' };
    const given = withHeaders(new Response('words', { status: 404, headers: own }));
    for (const [name, value] of Object.entries(headers))
      expect(given.headers.get(name)).toBe(value);
    expect(given.headers.get('content-type')).toBe('text/html');
    expect(given.status).toBe(404);
    expect(await given.text()).toBe('words');
  });

  test('without a body gets them too', () => {
    const given = withHeaders(new Response(null, { status: 304 }));
    expect(given.status).toBe(304);
    expect(given.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  });

  test.each(['opaque', 'opaqueredirect', 'error'])('of the type %s is handed on', (type) => {
    const closed = { type } as Response;
    expect(withHeaders(closed)).toBe(closed);
  });
});

describe('loading again', () => {
  test('happens once in a tab', () => {
    const cached = new Map<string, string>();
    const storage = () => ({
      getItem: (key: string) => cached.get(key) ?? null,
      setItem: (key: string, value: string) => void cached.set(key, value),
    });
    expect(firstTime(storage)).toBe(true);
    expect(firstTime(storage)).toBe(false);
  });

  test('never happens where storage is denied, full or forgets', () => {
    const denied = () => {
      throw new Error('denied');
    };
    expect(firstTime(denied)).toBe(false);
    expect(firstTime(() => ({ getItem: () => null, setItem: denied }))).toBe(false);
    expect(firstTime(() => ({ getItem: () => null, setItem: () => {} }))).toBe(false);
  });
});

/** Caches in memory, as far as they are needed; `written` is what was fetched into them. */
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
      addAll: async (files: string[]) => {
        for (const file of files) paths.add(file);
      },
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

describe('the files of the page', () => {
  test('are kept by version, and those of an older one are forgotten', async () => {
    const { caches, stored } = memory({ 'inkling here 1': ['./'], 'inkling elsewhere 1': ['./'] });
    await cachePage(files, 'here', caches);
    expect([...stored.keys()]).toEqual(['inkling elsewhere 1', 'inkling here 2']);
    expect([...(stored.get('inkling here 2') ?? [])]).toEqual(files.lasting);
  });

  test('that cannot be fetched leave the older version', async () => {
    const { caches, stored } = memory({ 'inkling here 1': ['./'] });
    const open = async () =>
      ({ match: async () => undefined, addAll: () => Promise.reject(new Error()) }) as never;
    await expect(cachePage(files, 'here', { ...caches, open })).rejects.toThrow();
    expect([...stored.keys()]).toEqual(['inkling here 1']);
  });

  test('that are kept are not fetched again', async () => {
    const { caches, stored } = memory({ 'inkling here 2': files.lasting });
    const fetched: unknown[] = [];
    const open = async (name: string) =>
      Object.assign(await caches.open(name), {
        addAll: async (wanted: unknown[]) => void fetched.push(...wanted),
      });
    const more = { ...files, lasting: [...files.lasting, 'assets/b-2.js'] };
    await cachePage(more, 'here', { ...caches, open });
    expect(fetched).toEqual(['assets/b-2.js']);
    expect([...stored.keys()]).toEqual(['inkling here 2']);
  });
});

describe('an answer', () => {
  const { caches } = memory({ some: ['./', 'assets/a-1.js', 'model'] });
  const request = (path: string, mode = 'cors') =>
    ({ url: `http://host/${path}`, mode }) as unknown as Request;
  const online = async () => new Response('new');
  const offline = () => Promise.reject(new Error('offline'));
  const text = async (path: string, network: Sources['network'], mode?: string) => {
    const lasting = ({ url }: Request) => url.includes('assets');
    return (await respond(request(path, mode), { network, caches, lasting })).text();
  };

  test('is what is kept, where its name says what is in it', async () => {
    expect(await text('assets/a-1.js', online)).toBe('kept');
    expect(await text('assets/b-2.js', online)).toBe('new');
  });

  test('is the network’s for all other files, and what is kept where nobody answers', async () => {
    expect(await text('model', online)).toBe('new');
    expect(await text('model', offline)).toBe('kept');
    await expect(text('unknown', offline)).rejects.toThrow('offline');
  });

  test('to every address of the page is the page, where nobody answers', async () => {
    expect(await text('', online, 'navigate')).toBe('new');
    expect(await text('?engine=simd', offline, 'navigate')).toBe('kept');
  });
});
