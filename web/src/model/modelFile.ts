import { pageFailure } from '../protocol/failure';

// The whole file is copied into the engine. Inkling's own models have a few megabytes at most.
const maxBytes = 256e6;

const headBytes = 64;

/** ONNX starts with the number of its version, then the field of another name or number. */
const isOnnx = ([first, version = 0, next = 0]: Uint8Array) =>
  first === 0x08 && version > 0 && version < 32 && [0x12, 0x3a, 0x42].includes(next);

const isMarkup = (head: Uint8Array) => /^\uFEFF?\s*<[!?a-z]/i.test(new TextDecoder().decode(head));

/** A model starts with the length of its header, in 8 bytes, and the header is a JSON object. */
const hasHeader = (head: Uint8Array) => head[8] === '{'.charCodeAt(0);

/** Throws if it is certainly no model, saying what it is instead. The engine judges the rest. */
function throwUnlessModel(bytes: Uint8Array): void {
  const head = bytes.subarray(0, headBytes);
  if (head.length === 0) throw pageFailure('emptyFile');
  if (isOnnx(head)) throw pageFailure('modelIsOnnx');
  if (isMarkup(head)) throw pageFailure('modelIsPage');
  if (!hasHeader(head)) throw pageFailure('notModel');
}

/** Reads a whole file. Throws if it is too large for a model or unreadable. */
export async function wholeFile(file: Blob): Promise<Uint8Array> {
  if (file.size > maxBytes) throw pageFailure('modelTooLarge', { limit: maxBytes });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw pageFailure('unreadable');
  }
}

/** Reads a file that may be a model. Throws if it is something else. */
export async function modelBytes(file: Blob): Promise<Uint8Array> {
  const bytes = await wholeFile(file);
  throwUnlessModel(bytes);
  return bytes;
}
