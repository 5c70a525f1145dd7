import { headers } from '../../headers';

// What comes from elsewhere unseen, or not at all, can only be handed on.
const closed = new Set<ResponseType>(['error', 'opaque', 'opaqueredirect']);

/** A response as from a host that sets headers; one that may not be opened stays as it is. */
export function withHeaders(response: Response): Response {
  if (closed.has(response.type)) return response;
  const { body, status, statusText } = response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(body, { status, statusText, headers: all });
}
