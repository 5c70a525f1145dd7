import type { Share } from '../../protocol/calls';
import { pageFailure, throwIfCancelled } from '../../protocol/failure';
import { GzipReader } from './gzipReader';

// A gzip bomb of a few megabytes could fill any memory. train.csv unpacks to 77 MB.
const maxUnpackedBytes = 1e9;

/** Limits how many bytes may be unpacked from all files together. */
export class Budget {
  private left: number;

  constructor(private readonly limit = maxUnpackedBytes) {
    this.left = limit;
  }

  spend(bytes: number): void {
    this.allow(bytes);
    this.left -= bytes;
  }

  /** Throws if this exceeds the budget. */
  allow(bytes: number): void {
    if (bytes > this.left) throw pageFailure('fileTooLarge', { limit: this.limit });
  }
}

// Each piece costs a round trip to the browser's process. More at a time would report progress too rarely.
const bytesAtATime = 2 ** 19;

// A decompression bomb can grow a thousandfold.
const packedBytesAtATime = 2 ** 15;

type Bytes = Uint8Array<ArrayBuffer>;

/** Returns the next bytes of a file; undefined at its end. */
interface Source {
  next(): Promise<Bytes | undefined>;
  cancel(): Promise<void>;
}

async function startsWith(file: Blob, ...magic: number[]): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, magic.length).arrayBuffer());
  return magic.every((byte, at) => head[at] === byte);
}

// Checks the first bytes, not the name, because people rename files.
const isPacked = (file: Blob) => startsWith(file, 0x1f, 0x8b);
export const isZip = (file: Blob) => startsWith(file, 0x50, 0x4b, 0x03, 0x04);

/** Returns how many bytes a file will deliver; 0 if that is unknown before unpacking. */
export async function bytesToCome(file: Blob): Promise<number> {
  return (await isPacked(file)) ? 0 : Math.min(file.size, maxUnpackedBytes);
}

/**
 * Reads a file in pieces, always one ahead. Blob.stream() would do the same, but in Chromium 156 the end of a stream
 * never comes in one of some hundred files.
 */
function plain(file: Blob, count: (bytes: number) => void): Source {
  let at = 0;
  const read = async () => {
    const piece = file.slice(at, at + bytesAtATime);
    at += piece.size;
    return new Uint8Array(await piece.arrayBuffer());
  };
  let ahead = read();
  ahead.catch(() => {}); // rejects again once it is awaited
  return {
    async next() {
      const bytes = await ahead;
      if (bytes.length === 0) return undefined;
      ahead = read();
      ahead.catch(() => {});
      count(bytes.length);
      return bytes;
    },
    async cancel() {},
  };
}

/** The browser's own gzip: fastest, but it fails on anything after the first member. */
function firstMember(file: Blob, count: (bytes: number) => void): Source {
  const packed = plain(file, count);
  const stream = new ReadableStream<Bytes>({
    async pull(controller) {
      const bytes = await packed.next();
      if (bytes) controller.enqueue(bytes);
      else controller.close();
    },
  });
  const reader = stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  return { next: async () => (await reader.read()).value, cancel: () => reader.cancel() };
}

/** Unpacks all members of a gzip file, without the first `skipped` unpacked bytes. */
function allMembers(file: Blob, skipped: number): Source {
  const ready: Bytes[] = [];
  let at = 0;
  let skip = skipped;
  const push = (chunk: Uint8Array) => {
    const rest = chunk.slice(skip);
    skip -= chunk.length - rest.length;
    if (rest.length > 0) ready.push(rest);
  };
  const reader = new GzipReader({ push, end() {} });
  return {
    async next() {
      for (; ready.length === 0 && at < file.size; at += packedBytesAtATime) {
        const piece = await file.slice(at, at + packedBytesAtATime).arrayBuffer();
        reader.push(new Uint8Array(piece));
      }
      if (ready.length === 0) reader.end();
      return ready.shift();
    },
    async cancel() {},
  };
}

function unpacked(file: Blob, count: (bytes: number) => void): Source {
  let source = firstMember(file, count);
  let given = 0;
  return {
    async next() {
      const bytes = await source.next().catch(() => {
        source = allMembers(file, given);
        return source.next();
      });
      given += bytes?.length ?? 0;
      return bytes;
    },
    cancel: () => source.cancel(),
  };
}

type Report = (share: Share) => void;

async function* pieces(
  file: Blob,
  packed: boolean,
  report: Report,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  const source = (packed ? unpacked : plain)(file, (bytes) => {
    done += bytes;
  });
  const unreadable = packed ? 'gzip' : 'unreadable';
  try {
    for (;;) {
      const chunk = await source.next().catch(() => {
        throw pageFailure(unreadable);
      });
      throwIfCancelled(signal);
      if (!chunk) return;
      report({ done, total: file.size });
      yield chunk;
    }
  } finally {
    void source.cancel().catch(() => {});
  }
}

/** Yields a file's bytes unchanged, with the share read so far. */
export function rawChunksOf(
  file: Blob,
  report: Report,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  return pieces(file, false, report, signal);
}

/** Yields a file's bytes, unpacked if it is gzip. */
export async function* chunksOf(
  file: Blob,
  report: Report,
  signal: AbortSignal,
  budget = new Budget(),
): AsyncGenerator<Uint8Array> {
  for await (const chunk of pieces(file, await isPacked(file), report, signal)) {
    budget.spend(chunk.length);
    yield chunk;
  }
}
