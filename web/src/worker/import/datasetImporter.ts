import type { DrawingsSource, GreyPicture, Source } from '../../protocol/calls';
import {
  EngineFailure,
  engineFailure,
  pageFailure,
  throwIfCancelled,
  throwIfError,
} from '../../protocol/failure';
import type { Data, TrainingEngine } from '../../protocol/types';
import { maxBytes, pictureTooLarge } from '../../shared/greyPicture';
import { Budget, bytesToCome, chunksOf, isZip } from './chunks';
import { documentNamed, namedFailure } from './failureByName';
import { GzipReader } from './gzipReader';
import { isOfficeEntry } from './officeDocument';
import { isClutter } from './paths';
import { type Decode, isPicture } from './pictureBytes';
import { PictureQueue, type WaitingPicture } from './pictureQueue';
import { joined, type Sink, sniffing } from './sink';
import { SkippedFiles } from './skippedFiles';
import { readZip } from './zip';

const maxFiles = 200_000;

const bytesThatTell = 4;
const startsWith = (head: Uint8Array, ...magic: number[]) =>
  magic.every((byte, at) => head[at] === byte);

/** Throws if the engine didn't take what the file of this name has. */
function throwUnlessTaken(error: string, path: string): void {
  if (error !== '') throw namedFailure(path, engineFailure(error));
}

const discard: Sink = { push() {}, end() {} };

type Report = (done: number) => void;

// Gzip may be nested, but a quine that unpacks to itself would never end.
const maxGzipLayers = 3;

/** Detects an office document or a PyTorch file by a zip entry's name. Null for an ordinary archive. */
function documentWith(archive: string, entry: string, first: boolean): EngineFailure | null {
  if (isOfficeEntry(entry, first)) return documentNamed(archive) ?? pageFailure('workbook');
  const byTorch = first && /\/(data\.pkl|\.format_version|byteorder)$/.test(entry);
  return byTorch ? pageFailure('pytorch') : null;
}

const isDocument = (failure: unknown) =>
  failure instanceof EngineFailure && ['workbook', 'document', 'pytorch'].includes(failure.message);

/** Imports files of all kinds, one after another, into one dataset. */
export class DatasetImporter {
  readonly skippedFiles = new SkippedFiles();
  private files = 0;
  private accepted = 0;
  private readonly pictures = new PictureQueue();
  private readonly budget = new Budget();

  constructor(
    private readonly engine: TrainingEngine,
    private readonly data: Data,
    private readonly decode: Decode,
    private readonly signal: AbortSignal,
  ) {}

  async add(source: Source, report: Report): Promise<void> {
    if ('drawings' in source) this.addDrawings(source);
    else if (!source.optional) await this.read(source.path, source.file, false, report);
    else if (!isClutter(source.path)) {
      await this.read(source.path, source.file, true, report).catch((failure) =>
        this.skippedFiles.add(source.path, failure),
      );
    }
  }

  /** Throws if no file could be used. */
  async finish(): Promise<void> {
    while (!this.pictures.empty) await this.decodeNext();
    const [first] = this.skippedFiles.first;
    if (this.accepted === 0) {
      throw first
        ? new EngineFailure(first.kind, first.message, first.values, first.path)
        : pageFailure('noFiles');
    }
    throwIfError(this.data.finish());
    for (const { name, reason } of this.data.skipped_files()) {
      this.skippedFiles.add(name, engineFailure(reason));
    }
  }

  /** Decodes waiting pictures once there are enough, and adds them in order. */
  private async settle(): Promise<void> {
    while (this.pictures.due) await this.decodeNext();
  }

  private async decodeNext(): Promise<void> {
    const pictures = this.pictures.take();
    const decoded = await Promise.all(
      pictures.map(({ bytes }) => this.decode(bytes).catch((failure: unknown) => ({ failure }))),
    );
    throwIfCancelled(this.signal);
    pictures.forEach((picture, at) => {
      this.addPicture(picture, decoded[at]);
    });
  }

  private addDrawings({ path, drawings, classes }: DrawingsSource): void {
    if (!this.engine.add_drawings(this.data, drawings, [...classes], path))
      throw pageFailure('emptyFile');
    this.accepted += 1;
  }

  private async read(path: string, file: File, optional: boolean, report: Report): Promise<void> {
    if (file.size === 0) throw pageFailure('emptyFile');
    const share = ({ done }: { done: number }) => report(done);
    if (await isZip(file)) {
      await readZip(file, this.entriesOf(path), share, this.signal, this.budget);
      return;
    }
    const sink = this.sink(path, optional, await bytesToCome(file));
    for await (const chunk of chunksOf(file, share, this.signal, this.budget)) sink.push(chunk);
    sink.end();
    await this.settle();
  }

  private entriesOf(archive: string) {
    let first = true;
    return {
      open: (path: string): Sink => {
        const document = documentWith(archive, path, first);
        first = false;
        if (document) throw document;
        return isClutter(path) ? discard : this.sink(`${archive}/${path}`, true, 0);
      },
      fail: (path: string, failure: unknown): void => {
        if (isDocument(failure)) throw failure;
        if (!isClutter(path)) this.skippedFiles.add(`${archive}/${path}`, failure);
      },
      settle: () => this.settle(),
    };
  }

  private gunzipping(sink: Sink): Sink {
    const push = (chunk: Uint8Array) => {
      this.budget.spend(chunk.length);
      sink.push(chunk);
    };
    return new GzipReader({ push, end: () => sink.end() });
  }

  private sink(path: string, optional: boolean, bytes: number): Sink {
    this.files += 1;
    if (this.files > maxFiles) throw pageFailure('tooManyFiles', { limit: maxFiles });
    return this.unpackedSink(path, optional, bytes, maxGzipLayers);
  }

  private unpackedSink(path: string, optional: boolean, bytes: number, layers: number): Sink {
    return sniffing(bytesThatTell, (head) => {
      if (startsWith(head, 0x50, 0x4b, 3, 4)) throw pageFailure('zipInside');
      if (startsWith(head, 0x25, 0x50, 0x44, 0x46))
        throw pageFailure('document', { format: 'PDF' });
      if (layers > 0 && startsWith(head, 0x1f, 0x8b)) {
        return this.gunzipping(this.unpackedSink(path, optional, 0, layers - 1));
      }
      return isPicture(head) ? this.pictureSink(path) : this.dataSink(path, optional, bytes);
    });
  }

  /** The engine detects and reads the other formats: see core/io/FileFormat.h. */
  private dataSink(path: string, optional: boolean, bytes: number): Sink {
    this.data.open(path, optional, bytes);
    const accept = (error: string) => throwUnlessTaken(error, path);
    return {
      push: (chunk) => accept(this.data.push(chunk)),
      end: () => {
        accept(this.data.close());
        this.accepted += 1;
      },
    };
  }

  private pictureSink(path: string): Sink {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    return {
      push: (chunk) => {
        length += chunk.length;
        if (length > maxBytes) throw pictureTooLarge();
        pieces.push(chunk.slice());
      },
      end: () => this.pictures.add({ path, bytes: joined(pieces) }),
    };
  }

  private addPicture(
    { path }: WaitingPicture,
    decoded: GreyPicture | { failure: unknown } | undefined,
  ): void {
    if (!decoded) return;
    if ('failure' in decoded) this.skippedFiles.add(path, decoded.failure);
    else if (this.data.add_picture_at(decoded.grey, decoded.width, decoded.height, path))
      this.accepted += 1;
    else this.skippedFiles.add(path, pageFailure('blankPicture'));
  }
}
