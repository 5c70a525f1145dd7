import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import type { Share } from '../../protocol/calls';
import { pageFailure } from '../../protocol/failure';
import { type Budget, rawChunksOf } from './chunks';
import type { Sink } from './sink';
import { declaredContents } from './zipDirectory';

// A decompression bomb can grow a thousandfold.
const bytesAtATime = 2 ** 15;

const methods = [0, 8]; // stored and deflated, the defaults of all archivers

export interface Entries {
  /** Returns the sink for this entry. */
  open(path: string): Sink;
  /** Records that an entry was skipped. Throws if the whole import must end. */
  fail(path: string, failure: unknown): void;
  /** Runs asynchronous work between two pieces of the archive. */
  settle(): Promise<void>;
}

/** Passes on the bytes of one entry, until a failure. */
function forward(
  file: UnzipFile,
  open: () => Sink,
  fail: (failure: unknown) => void,
  budget: Budget,
) {
  let sink: Sink | null = null;
  let given = 0;
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (failure) {
      sink = null;
      fail(failure);
    }
  };
  file.ondata = (error, chunk, final) => {
    attempt(() => {
      budget.spend(chunk?.length ?? 0);
      if (!sink) return;
      given += chunk?.length ?? 0;
      const lied = final && file.originalSize !== undefined && file.originalSize !== given;
      if (error || lied) throw pageFailure('zipEntry');
      sink.push(chunk);
      if (final) sink.end();
    });
  };
  const known = methods.includes(file.compression);
  attempt(() => {
    if (!known) throw pageFailure('zipMethod');
    sink = open();
  });
  if (known) file.start();
}

class Unzipping {
  files = 0;
  // A fatal error. Kept here because fflate would report it as corruption.
  private end: { cause: unknown } | null = null;
  private readonly unzip: Unzip;

  constructor(entries: Entries, budget: Budget) {
    this.unzip = new Unzip((file) => {
      this.files += 1;
      const open = () => entries.open(file.name);
      forward(file, open, (failure) => this.fail(entries, file.name, failure), budget);
    });
    this.unzip.register(UnzipInflate);
  }

  push(piece: Uint8Array, final: boolean): void {
    try {
      this.unzip.push(piece, final);
    } catch {
      this.end ??= { cause: pageFailure('zipDamaged') };
    }
    if (this.end) throw this.end.cause;
  }

  private fail(entries: Entries, path: string, failure: unknown): void {
    if (this.end) return;
    try {
      entries.fail(path, failure);
    } catch (cause) {
      this.end = { cause };
    }
  }
}

/** Reads a zip archive sequentially, entry by entry. */
export async function readZip(
  archive: Blob,
  entries: Entries,
  report: (share: Share) => void,
  signal: AbortSignal,
  budget: Budget,
): Promise<void> {
  const declared = await declaredContents(archive);
  budget.allow(declared?.bytes ?? 0); // wrong sizes are caught while unpacking
  const unzipping = new Unzipping(entries, budget);
  for await (const chunk of rawChunksOf(archive, report, signal)) {
    for (let begin = 0; begin < chunk.length; begin += bytesAtATime) {
      unzipping.push(chunk.subarray(begin, begin + bytesAtATime), false);
      await entries.settle();
    }
  }
  unzipping.push(new Uint8Array(0), true);
  await entries.settle();
  if (declared && unzipping.files < declared.entries) throw pageFailure('zipDamaged');
}
