import { withHeaders } from './headers';
import { type Caches, cached } from './pageCache';

/** Where answers come from. */
export interface Sources {
  network(request: Request): Promise<Response>;
  caches: Caches;
  /** Whether a file's name says what is in it, so that one that is kept cannot be out of date. */
  lasting(request: Request): boolean;
}

/** From the network, so that it is the newest; what is kept where that is as new, or nobody answers. */
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
