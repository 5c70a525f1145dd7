import { createReader, type Reader } from './reader.js';

const readers = new Map<string, Reader>();

/** Returns one reader for all pads with the same weights. It lives as long as the page, unless it fails. */
export function sharedReader(model: string | null): Reader {
  const known = readers.get(model ?? '');
  if (known) return known;
  const reader = createReader(model === null ? {} : { model });
  readers.set(model ?? '', reader);
  reader.ready.catch(() => {
    if (readers.get(model ?? '') === reader) readers.delete(model ?? '');
  });
  return reader;
}
