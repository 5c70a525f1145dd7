import type { EngineClient } from '../engine/client';
import type { ModelInUse } from '../model/model.svelte';
import type { FileSource, LinesReport, PictureLines, Share, SkippedFile } from '../protocol/calls';
import { EngineFailure } from '../protocol/failure';
import type { Form } from '../protocol/forms';
import { now } from '../shared/now';

/** How far the reading of several files is. */
export interface ReadingProgress {
  name: string; // of the file that is read
  pictures: number; // that were read
  share: number; // of the work of all files
  leftMs: number | null; // null while too little is known
}

const tellingMs = 1000; // of work, from which the rest can be estimated

/** The time left if the rest goes as the part before. */
export function timeLeft(share: number, elapsedMs: number): number | null {
  if (share <= 0 || elapsedMs < tellingMs) return null;
  return (elapsedMs * (1 - share)) / share;
}

const bytesAsCostly = 2e6; // to unpack, as a picture is to read

/** How long files take in comparison: each picture about as long, an archive the longer the larger it is. */
const costOf = (sources: readonly FileSource[]) =>
  sources.reduce((sum, { file }) => sum + 1 + file.size / bytesAsCostly, 0);

const shareOf = ({ done, total }: Share) => done / Math.max(1, total);

/** The first picture of a file is as old as its reading, so that pictures keep the order of their files. */
function* timesFrom(begun: number): Generator<number, number> {
  yield begun;
  for (;;) yield now();
}

/** What is said of a file that ended the call. */
function skippedFor(path: string, failure: unknown): SkippedFile {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { kind, message, values } = failure;
  return { path, kind: kind === 'refused' ? kind : 'declined', message, values };
}

/** Reads files of pictures in their order, as many at a time as there are workers. */
export class SheetReader {
  progress = $state.raw<ReadingProgress | null>(null);
  skipped = $state.raw<readonly SkippedFile[]>([]);
  /** How the last reading ended. */
  ended = $state<'done' | 'cancelled' | null>(null);
  /** Pictures read since it was last idle. */
  pictures = $state(0);
  private waiting = $state.raw<readonly FileSource[]>([]);
  private total = 0; // cost of all files since it was last idle
  private readonly reading = new Map<FileSource, number>(); // the share of each that is read
  private idle: readonly EngineClient<'sheets'>[];
  private begun = 0;
  private canceller = new AbortController();

  constructor(
    private readonly engines: readonly EngineClient<'sheets'>[],
    private readonly model: Pick<ModelInUse, 'bytes'>,
    private readonly forms: () => Promise<readonly Form[]>,
    private readonly found: (picture: PictureLines, taken: number) => void,
  ) {
    this.idle = engines;
  }

  get busy(): boolean {
    return this.progress !== null;
  }

  /** There are files, but no model yet. */
  get waits(): boolean {
    return this.waiting.length > 0;
  }

  /** Files are read as soon as there is a model. */
  add(sources: readonly FileSource[]): void {
    if (!this.busy && this.waiting.length === 0) this.forget();
    this.waiting = [...this.waiting, ...sources];
    this.total += costOf(sources);
    void this.begin();
  }

  /** Reads what waits, once there is a model. */
  async begin(): Promise<void> {
    if (!this.model.bytes || this.waiting.length === 0) return;
    if (!this.busy) {
      this.canceller = new AbortController();
      this.begun = performance.now();
    }
    await Promise.all(this.idle.map((engine) => this.readWith(engine)));
  }

  /** Reads file by file with an engine, until none waits. */
  private async readWith(engine: EngineClient<'sheets'>): Promise<void> {
    const { signal } = this.canceller;
    for (let next = this.next(); next; next = this.next()) {
      this.idle = this.idle.filter((one) => one !== engine);
      await this.read(next, engine, signal);
    }
    if (this.idle.includes(engine)) return;
    this.idle = [...this.idle, engine];
    if (this.idle.length === this.engines.length) this.end(signal);
  }

  private end({ aborted }: AbortSignal): void {
    this.progress = null;
    this.ended = aborted ? 'cancelled' : 'done';
  }

  /** What was read stays. */
  cancel(): void {
    this.waiting = [];
    this.canceller.abort();
  }

  /** What was said of earlier files. */
  forget(): void {
    this.skipped = [];
    this.ended = null;
    this.pictures = 0;
    this.total = 0;
  }

  private next(): FileSource | undefined {
    const [next, ...rest] = this.waiting;
    this.waiting = rest;
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
    this.tell(source);
    const times = timesFrom(now());
    const report = (report: LinesReport) => this.hear(report, source, times);
    try {
      const forms = await this.forms();
      await engine.call('read_lines', { model, source, forms }, { report, signal });
    } catch (failure) {
      if (!signal.aborted) this.skip(skippedFor(source.path, failure));
    }
    this.reading.delete(source);
  }

  private hear(report: LinesReport, source: FileSource, times: Iterator<number, number>): void {
    if (this.canceller.signal.aborted) return;
    if ('skipped' in report) this.skip(report.skipped);
    else if ('share' in report) this.reading.set(source, shareOf(report.share));
    else {
      this.pictures += 1;
      this.found(report.picture, times.next().value);
    }
    this.tell(source);
  }

  private skip(file: SkippedFile): void {
    this.skipped = [...this.skipped, file];
  }

  private tell(source: FileSource): void {
    const unread = [...this.reading].map(([one, share]) => (1 - share) * costOf([one]));
    const left = unread.reduce((sum, cost) => sum + cost, costOf(this.waiting));
    const share = 1 - left / this.total;
    const leftMs = timeLeft(share, performance.now() - this.begun);
    this.progress = { name: source.path, pictures: this.pictures, share, leftMs };
  }
}
