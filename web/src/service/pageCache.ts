// Caches the page's files, so that it works offline.
import { isExpectedResponse } from './isExpectedResponse';

/** The files of one version of the page, as paths in its folder. The page itself is './'. */
export interface PageFiles {
  version: string;
  lasting: string[]; // named after a hash of their contents
  changing: string[]; // same name in every version
}

/** The methods of CacheStorage used here. Caches are shared by all pages of the origin. */
export type Caches = Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>;

const page = './';

// Response variants matter to HTTP caches, not here.
const anyKind = { ignoreSearch: true, ignoreVary: true };

/** Returns the cached file of this or an earlier version. */
export function cached(request: Request, caches: Caches): Promise<Response | undefined> {
  return caches.match(request, anyKind);
}

/** Returns the page itself, which any navigation gets that no other file matches. */
export async function cachedPage({ mode }: Request, caches: Caches): Promise<Response | undefined> {
  return mode === 'navigate' ? caches.match(page, anyKind) : undefined;
}

async function missingFrom(files: string[], cache: Cache): Promise<string[]> {
  const found = await Promise.all(files.map((file) => cache.match(file, anyKind)));
  return files.filter((_, at) => !found[at]);
}

type Fetch = (request: Request) => Promise<Response>;

/** Rejects if the response isn't the page's file, because it would be served until the next version. */
async function fetched(file: string, cache: RequestCache, fetch: Fetch): Promise<Response> {
  const response = await fetch(new Request(file, { cache }));
  if (!(await isExpectedResponse(response, file === page)))
    throw new Error(`${file}: ${response.status}`);
  return response;
}

/**
 * Caches all missing files or none, and only then deletes older versions. The page itself comes last: a browser
 * that has it has everything it needs.
 */
export async function cachePage(
  files: PageFiles,
  scope: string,
  caches: Caches,
  fetch: Fetch,
): Promise<void> {
  const ours = `inkling ${scope} `;
  const current = ours + files.version;
  const cache = await caches.open(current);
  const lasting = await missingFrom(files.lasting, cache);
  const changing = await missingFrom(files.changing, cache);
  const all = [
    ...lasting.map((file) => [file, 'default'] as const),
    ...changing.filter((file) => file !== page).map((file) => [file, 'no-cache'] as const),
    ...changing.filter((file) => file === page).map((file) => [file, 'no-cache'] as const),
  ];
  const responses = await Promise.all(all.map(([file, mode]) => fetched(file, mode, fetch)));
  for (const [at, response] of responses.entries()) await cache.put(all[at]?.[0] ?? '', response);
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== current) await caches.delete(name);
  }
}
