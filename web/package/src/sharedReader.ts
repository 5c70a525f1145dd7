import { createReader, type Reader } from './reader.js';

const readers = new Map<string, Reader>();

/** One reader for all pads with the same weights, for as long as the page is there, unless it failed. */
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
