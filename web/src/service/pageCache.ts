// Caches the page's files, so that it works offline.

/** The files of one version of the page, by their path in its folder; the page itself is './'. */
export interface PageFiles {
  version: string;
  lasting: string[]; // named after what is in them
  changing: string[]; // of the same name in every version
}

/** The part of a browser's caches that is used here. They belong to all pages of the host. */
export type Caches = Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>;

const page = './';

// What a host says of a response's kinds matters to caches of the network, not to these.
const anyKind = { ignoreSearch: true, ignoreVary: true };

/** The cached file, of this version or an earlier one. All navigations get the page. */
export function cached(request: Request, caches: Caches): Promise<Response | undefined> {
  return caches.match(request.mode === 'navigate' ? page : request, anyKind);
}

async function lacking(files: string[], cache: Cache): Promise<string[]> {
  const found = await Promise.all(files.map((file) => cache.match(file, anyKind)));
  return files.filter((_, at) => !found[at]);
}

/** Caches all missing files, or none, and only then deletes older versions. */
export async function cachePage(files: PageFiles, scope: string, caches: Caches): Promise<void> {
  const ours = `inkling ${scope} `;
  const current = ours + files.version;
  const cache = await caches.open(current);
  const changing = await lacking(files.changing, cache);
  const newest = changing.map((file) => new Request(file, { cache: 'no-cache' }));
  await cache.addAll([...(await lacking(files.lasting, cache)), ...newest]);
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== current) await caches.delete(name);
  }
}
