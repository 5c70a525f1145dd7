import { withHeaders } from './headers';
import { isExpectedResponse } from './isExpectedResponse';
import { type Caches, cached } from './pageCache';

/** Where answers come from. */
export interface Sources {
  network(request: Request): Promise<Response>;
  caches: Caches;
  /** Whether a file's name contains its hash, so that a cached one can't be outdated. */
  lasting(request: Request): boolean;
  /** Whether this is the page itself, not another page in its folder. */
  isPage(request: Request): boolean;
  /** How long the network may take if there is a cached copy. */
  patienceMs: number;
}

/** The network's response if it comes in time and is the right file, otherwise the cached copy. */
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

/** From the network; from the cache if that can't be outdated, or if the network fails. */
async function found(request: Request, sources: Sources): Promise<Response> {
  const { network, caches, lasting, isPage } = sources;
  const early = lasting(request) ? await cached(request, caches) : undefined;
  if (early) return early;
  const coming = network(request);
  coming.catch(() => {}); // it may fail before the cache has answered
  const copy = await cached(request, caches);
  if (!copy) return coming;
  const elsewhere = request.mode === 'navigate' && !isPage(request);
  return elsewhere ? coming.catch(() => copy) : newest(coming, copy, request, sources);
}

export async function respond(request: Request, sources: Sources): Promise<Response> {
  return withHeaders(await found(request, sources));
}
