import { declined } from '../protocol/failure';

// The whole file is copied into the engine. Inkling's own models have a few megabytes at most.
const maxBytes = 256e6;

/** Reads a file that may be a model. Throws if it is too large or unreadable. */
export async function modelBytes(file: Blob): Promise<Uint8Array> {
  if (file.size > maxBytes) throw declined('modelTooLarge', { limit: maxBytes });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw declined('unreadable');
  }
}
