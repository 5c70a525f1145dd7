// Extracts the pictures from a file that the user chose: a picture, a scanned PDF, or an archive of these.
import type { FileSource, Share } from '../../protocol/calls';
import { pageFailure, throwIfCancelled } from '../../protocol/failure';
import { maxBytes, pictureTooLarge } from '../../shared/greyPicture';
import { documentFailure } from '../../shared/pictureName';
import { Budget, isZip, rawChunksOf } from '../import/chunks';
import { isOfficeEntry } from '../import/officeDocument';
import { isClutter } from '../import/paths';
import { joined, type Sink, sniffing } from '../import/sink';
import { readZip } from '../import/zip';
import { isPdf, scannedPages } from './scannedPages';

export interface PictureFile {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Is called for each picture in turn. */
export interface Listener {
  read(picture: PictureFile): Promise<void>;
  skip(path: string, failure: unknown): void;
  progress(share: Share): void;
}

const signatureBytes = 4;
const zipSignature = [0x50, 0x4b, 3, 4];
const discard: Sink = { push() {}, end() {} };

/** Throws if the file is too large or empty. */
function collectBytes(end: (bytes: Uint8Array<ArrayBuffer>) => void): Sink {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return {
    push(chunk) {
      length += chunk.length;
      if (length > maxBytes) throw pictureTooLarge();
      pieces.push(chunk.slice());
    },
    end() {
      if (length === 0) throw pageFailure('emptyFile');
      end(joined(pieces));
    },
  };
}

/** Reads a picture, or each page of a PDF. */
async function readPictures({ path, bytes }: PictureFile, listener: Listener, signal: AbortSignal) {
  if (!isPdf(bytes)) return listener.read({ path, bytes });
  const pages = scannedPages(bytes);
  if (pages.length === 0) listener.skip(path, pageFailure('noScans'));
  for (const [at, page] of pages.entries()) {
    throwIfCancelled(signal);
    await listener.read({ path: `${path}/${at + 1}`, bytes: page });
  }
}

function archiveEntries(archive: string, listener: Listener, signal: AbortSignal) {
  const pending: PictureFile[] = [];
  const office =
    documentFailure(archive) ?? pageFailure('documentNotPicture', { format: 'Office' });
  let first = true;
  return {
    open: (entry: string): Sink => {
      if (isOfficeEntry(entry, first)) throw office;
      first = false;
      if (isClutter(entry)) return discard;
      const path = `${archive}/${entry}`;
      return sniffing(signatureBytes, (head) => {
        if (zipSignature.every((mark, at) => head[at] === mark))
          throw documentFailure(entry) ?? pageFailure('zipInside');
        return collectBytes((bytes) => pending.push({ path, bytes }));
      });
    },
    fail: (entry: string, failure: unknown) => {
      if (failure === office) throw failure; // ends the archive
      if (!isClutter(entry)) listener.skip(`${archive}/${entry}`, failure);
    },
    async settle() {
      for (const picture of pending.splice(0)) {
        throwIfCancelled(signal);
        await readPictures(picture, listener, signal);
      }
    },
  };
}

async function readFile(
  { path, file }: FileSource,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  if (file.size > maxBytes) throw pictureTooLarge();
  let bytes = new Uint8Array(0);
  const sink = collectBytes((all) => {
    bytes = all;
  });
  for await (const chunk of rawChunksOf(file, () => {}, signal)) sink.push(chunk);
  sink.end();
  await readPictures({ path, bytes }, listener, signal);
}

/** Calls the listener for each picture in a file. Rejects if the file or archive itself can't be read. */
export async function readSource(
  source: FileSource,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  const { path, file } = source;
  if (source.optional && isClutter(path)) return;
  if (await isZip(file)) {
    const entries = archiveEntries(path, listener, signal);
    await readZip(file, entries, listener.progress, signal, new Budget());
  } else {
    await readFile(source, listener, signal);
  }
}
