// Files of pictures, on their way from a choice or an archive to what reads them.
import type { FileSource, Share } from '../../protocol/calls';
import { declined, throwIfCancelled } from '../../protocol/failure';
import { maxBytes, pictureTooLarge } from '../../shared/greyPicture';
import { Budget, isZip, rawChunksOf } from '../import/chunks';
import { isClutter } from '../import/paths';
import { joined, type Sink, sniffing } from '../import/sink';
import { readZip } from '../import/zip';
import { isPdf, scannedPages } from './scannedPages';

export interface PictureFile {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Who hears of each file of a source, one after the other. */
export interface Listener {
  read(picture: PictureFile): Promise<void>;
  skip(path: string, failure: unknown): void;
  progress(share: Share): void;
}

const bytesThatTell = 4;
const zipMarks = [0x50, 0x4b, 3, 4];
const discard: Sink = { push() {}, end() {} };

/** Collects the bytes of a file. */
function collecting(end: (bytes: Uint8Array<ArrayBuffer>) => void): Sink {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return {
    push(chunk) {
      length += chunk.length;
      if (length > maxBytes) throw pictureTooLarge();
      pieces.push(chunk.slice());
    },
    end() {
      if (length === 0) throw declined('emptyFile');
      end(joined(pieces));
    },
  };
}

/** A file is a picture, or a PDF of several. */
async function handOn({ path, bytes }: PictureFile, listener: Listener, signal: AbortSignal) {
  if (!isPdf(bytes)) return listener.read({ path, bytes });
  const pages = scannedPages(bytes);
  if (pages.length === 0) listener.skip(path, declined('noScans'));
  for (const [at, page] of pages.entries()) {
    throwIfCancelled(signal);
    await listener.read({ path: `${path}/${at + 1}`, bytes: page });
  }
}

function entriesOf(archive: string, listener: Listener, signal: AbortSignal) {
  const waiting: PictureFile[] = [];
  return {
    open: (entry: string): Sink => {
      if (isClutter(entry)) return discard;
      const path = `${archive}/${entry}`;
      return sniffing(bytesThatTell, (head) => {
        if (zipMarks.every((mark, at) => head[at] === mark)) throw declined('zipInside');
        return collecting((bytes) => waiting.push({ path, bytes }));
      });
    },
    fail: (entry: string, failure: unknown) => {
      if (!isClutter(entry)) listener.skip(`${archive}/${entry}`, failure);
    },
    async settle() {
      for (const picture of waiting.splice(0)) {
        throwIfCancelled(signal);
        await handOn(picture, listener, signal);
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
  const sink = collecting((all) => {
    bytes = all;
  });
  for await (const chunk of rawChunksOf(file, () => {}, signal)) sink.push(chunk);
  sink.end();
  await handOn({ path, bytes }, listener, signal);
}

/** Hands on the picture in a file, or those in an archive. */
export async function readSource(
  source: FileSource,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  const { path, file } = source;
  if (source.optional && isClutter(path)) return;
  if (await isZip(file)) {
    const entries = entriesOf(path, listener, signal);
    await readZip(file, entries, listener.progress, signal, new Budget());
  } else {
    await readFile(source, listener, signal);
  }
}
