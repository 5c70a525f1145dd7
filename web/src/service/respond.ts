import { withHeaders } from './headers';
import { type Caches, cached } from './pageCache';

/** Where answers come from. */
export interface Sources {
  network(request: Request): Promise<Response>;
  caches: Caches;
  /** Whether a file's name contains its hash, so that a cached one can't be outdated. */
  lasting(request: Request): boolean;
}

/** From the network; from the cache if that can't be outdated, or if the network fails. */
async function found(request: Request, sources: Sources): Promise<Response> {
  const { network, caches, lasting } = sources;
  const early = lasting(request) ? await cached(request, caches) : undefined;
  if (early) return early;
  try {
    return await network(request);
  } catch (silence) {
    const late = await cached(request, caches);
    if (late) return late;
    throw silence;
  }
}

export async function respond(request: Request, sources: Sources): Promise<Response> {
  return withHeaders(await found(request, sources));
}
