import { headersFor, type InlineSources } from '../../headers';

declare const __INLINE_SOURCES__: InlineSources;
const headers = headersFor(__INLINE_SOURCES__);

// The content of these responses is hidden, so they can only be passed on.
const closed = new Set<ResponseType>(['error', 'opaque', 'opaqueredirect']);

/** Adds the headers to a response, as if the host had set them. Opaque responses stay as they are. */
export function withHeaders(response: Response): Response {
  if (closed.has(response.type)) return response;
  const { body, status, statusText } = response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(body, { status, statusText, headers: all });
}
