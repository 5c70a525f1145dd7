import { declined } from '../protocol/failure';

// A model is read whole and copied into the engine. Those made here have a few megabytes at most.
const maxBytes = 256e6;

/** The bytes of a file that may be a model. Throws why they cannot be had. */
export async function modelBytes(file: Blob): Promise<Uint8Array> {
  if (file.size > maxBytes) throw declined('modelTooLarge', { limit: maxBytes });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw declined('unreadable');
  }
}
