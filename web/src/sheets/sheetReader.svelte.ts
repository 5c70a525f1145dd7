import type { EngineClient } from '../engine/client';
import type { ModelInUse } from '../model/model.svelte';
import type { FileSource, LinesReport, PictureLines, Share, SkippedFile } from '../protocol/calls';
import { EngineFailure } from '../protocol/failure';
import type { Form } from '../protocol/forms';
import { now } from '../shared/now';

/** The progress of reading several files. */
export interface ReadingProgress {
  name: string; // of the current file
  pictures: number; // read so far
  share: number; // of the estimated work, from 0 to 1
  leftMs: number | null; // null until it can be estimated
}

const minElapsedMs = 1000; // before the time left is estimated

/** Extrapolates the time left, assuming constant speed. Null if it is too early. */
export function timeLeft(share: number, elapsedMs: number): number | null {
  if (share <= 0 || elapsedMs < minElapsedMs) return null;
  return (elapsedMs * (1 - share)) / share;
}

const archiveBytesPerPicture = 2e6; // a rough estimate

/** The relative cost of reading files: about 1 for a picture, and for an archive growing with its size. */
const costOf = (sources: readonly FileSource[]) =>
  sources.reduce((sum, { file }) => sum + 1 + file.size / archiveBytesPerPicture, 0);

const shareOf = ({ done, total }: Share) => done / Math.max(1, total);

/** The first picture of a file gets the time when the file was started, which keeps the files in order. */
function* timestampsFrom(startedAt: number): Generator<number, number> {
  yield startedAt;
  for (;;) yield now();
}

/** Describes a file whose call failed. Throws failures that aren't the engine's. */
function skippedFileOf(path: string, failure: unknown): SkippedFile {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { kind, message, values } = failure;
  return { path, kind: kind === 'engine' ? kind : 'page', message, values };
}

/** Whether a picture shows a sheet of a form that isn't among those given. */
export const hasUnknownForm = ({ values }: SkippedFile): boolean => values.code === 'unknownForm';

/** Whether a picture shows a form, but the model in use doesn't read digits. */
export const needsDigits = ({ values }: SkippedFile): boolean => values.code === 'formDigits';

/** Reads picture files in order, one at a time per worker. */
export class SheetReader {
  progress = $state.raw<ReadingProgress | null>(null);
  skipped = $state.raw<readonly SkippedFile[]>([]);
  /** How the last batch ended. A batch is all files since the reader was last idle. */
  ended = $state<'done' | 'cancelled' | null>(null);
  /** Pictures read in this batch. */
  pictures = $state(0);
  /** Files of which something was skipped, and why. */
  private skippedSources: readonly { source: FileSource; file: SkippedFile }[] = [];
  /** Files of which something was read. */
  private readonly readSources = new Set<FileSource>();
  private queue = $state.raw<readonly FileSource[]>([]);
  private total = 0; // cost of this batch
  /** The files being read, and the share of each that is done. */
  private readonly reading = new Map<FileSource, number>();
  private idle: readonly EngineClient<'sheets'>[];
  private startedAt = 0;
  private canceller = new AbortController();
  private cancelled = false; // and no file was added since

  constructor(
    private readonly engines: readonly EngineClient<'sheets'>[],
    private readonly model: Pick<ModelInUse, 'bytes'>,
    private readonly forms: () => Promise<readonly Form[]>,
    private readonly onPicture: (picture: PictureLines, taken: number, source: FileSource) => void,
  ) {
    this.idle = engines;
  }

  get busy(): boolean {
    return this.progress !== null;
  }

  /** If the reader isn't busy, these files wait for a model. */
  get hasQueuedFiles(): boolean {
    return this.queue.length > 0;
  }

  /** Queues files. They are read as soon as a model is loaded. */
  add(sources: readonly FileSource[]): void {
    if (!this.busy && this.queue.length === 0) this.reset();
    this.cancelled = false;
    this.queue = [...this.queue, ...sources];
    this.total += costOf(sources);
    void this.begin();
  }

  /** Reads the queue with all idle engines, if a model is loaded. */
  async begin(): Promise<void> {
    if (!this.model.bytes || this.queue.length === 0) return;
    if (!this.busy) this.startedAt = performance.now();
    await Promise.all(this.idle.map((engine) => this.readWith(engine)));
  }

  /** Reads file by file with one engine until the queue is empty. */
  private async readWith(engine: EngineClient<'sheets'>): Promise<void> {
    for (let next = this.next(); next; next = this.next()) {
      this.idle = this.idle.filter((one) => one !== engine);
      await this.read(next, engine, this.canceller.signal);
    }
    if (this.idle.includes(engine)) return;
    this.idle = [...this.idle, engine];
    if (this.idle.length === this.engines.length) this.end();
  }

  private end(): void {
    this.progress = null;
    this.ended = this.cancelled ? 'cancelled' : 'done';
  }

  /** Keeps what was read. Files that are added from now on are read. */
  cancel(): void {
    this.cancelled = true;
    this.queue = [];
    this.total = costOf([...this.reading.keys()]);
    this.canceller.abort();
    this.canceller = new AbortController();
  }

  /** Reads the files again of which nothing was read for this reason. Others would be in the table twice. */
  retry(isReason: (file: SkippedFile) => boolean): void {
    const unread = this.skippedSources
      .filter(({ source, file }) => isReason(file) && !this.readSources.has(source))
      .map(({ source }) => source);
    this.skipped = this.skipped.filter((file) => !isReason(file));
    this.skippedSources = this.skippedSources.filter(({ file }) => !isReason(file));
    if (unread.length > 0) this.add([...new Set(unread)]);
  }

  /** Clears the report on the last batch. */
  reset(): void {
    this.skipped = [];
    this.skippedSources = [];
    this.readSources.clear();
    this.ended = null;
    this.pictures = 0;
    this.total = 0;
  }

  private next(): FileSource | undefined {
    const [next, ...rest] = this.queue;
    this.queue = rest;
    return next;
  }

  private async read(
    source: FileSource,
    engine: EngineClient<'sheets'>,
    signal: AbortSignal,
  ): Promise<void> {
    const model = this.model.bytes;
    if (!model) return;
    this.reading.set(source, 0);
    this.updateProgress(source);
    const times = timestampsFrom(now());
    const report = (report: LinesReport) => {
      if (!signal.aborted) this.handleReport(report, source, times);
    };
    try {
      const forms = await this.forms();
      await engine.call('read_lines', { model, source, forms }, { report, signal });
    } catch (failure) {
      if (!signal.aborted) this.skip(skippedFileOf(source.path, failure), source);
    }
    this.reading.delete(source);
  }

  private handleReport(
    report: LinesReport,
    source: FileSource,
    times: Iterator<number, number>,
  ): void {
    if ('skipped' in report) this.skip(report.skipped, source);
    else if ('share' in report) this.reading.set(source, shareOf(report.share));
    else {
      this.pictures += 1;
      this.readSources.add(source);
      this.onPicture(report.picture, times.next().value, source);
    }
    this.updateProgress(source);
  }

  private skip(file: SkippedFile, source: FileSource): void {
    this.skipped = [...this.skipped, file];
    this.skippedSources = [...this.skippedSources, { source, file }];
  }

  private updateProgress(source: FileSource): void {
    const unread = [...this.reading].map(([one, share]) => (1 - share) * costOf([one]));
    const left = unread.reduce((sum, cost) => sum + cost, costOf(this.queue));
    const share = 1 - left / this.total;
    const leftMs = timeLeft(share, performance.now() - this.startedAt);
    this.progress = { name: source.path, pictures: this.pictures, share, leftMs };
  }
}
