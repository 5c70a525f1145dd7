import { withHeaders } from './headers';
import { isExpectedResponse } from './isExpectedResponse';
import { type Caches, cached, cachedPage } from './pageCache';

/** Sources of responses. */
export interface Sources {
  network(request: Request): Promise<Response>;
  caches: Caches;
  /** Whether a file's name contains its hash, so that a cached copy can't be outdated. */
  lasting(request: Request): boolean;
  /** Whether the request is for the page itself, not for another page in its folder. */
  isPage(request: Request): boolean;
  /** How long to wait for the network if there is a cached copy. */
  patienceMs: number;
}

/** Returns the network's response if it is in time and correct, or else the cached copy. */
function newest(
  coming: Promise<Response>,
  copy: Response,
  request: Request,
  { isPage, patienceMs }: Sources,
): Promise<Response> {
  const expected = coming.then(
    async (response) => ((await isExpectedResponse(response, isPage(request))) ? response : copy),
    () => copy,
  );
  const late = new Promise<Response>((resolve) => setTimeout(resolve, patienceMs, copy));
  return Promise.race([expected.catch(() => copy), late]);
}

/** Returns cached files that can't be outdated. Otherwise asks the network first, then the cache. */
async function found(request: Request, sources: Sources): Promise<Response> {
  const { network, caches, lasting, isPage } = sources;
  const early = lasting(request) ? await cached(request, caches) : undefined;
  if (early) return early;
  const coming = network(request);
  coming.catch(() => {}); // prevents an unhandled rejection before the cache answers
  const copy = await cached(request, caches);
  if (copy) return newest(coming, copy, request, sources);
  const page = await cachedPage(request, caches);
  if (!page) return coming;
  return isPage(request) ? newest(coming, page, request, sources) : coming.catch(() => page);
}

export async function respond(request: Request, sources: Sources): Promise<Response> {
  return withHeaders(await found(request, sources));
}
