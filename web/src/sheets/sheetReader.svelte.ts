import type { EngineClient } from '../engine/client';
import type { ModelInUse } from '../model/model.svelte';
import type { FileSource, LinesReport, PictureLines, SkippedFile } from '../protocol/calls';
import { EngineFailure } from '../protocol/failure';
import type { Form } from '../protocol/forms';

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

/** What is said of a file that ended the call. */
function skippedFor(path: string, failure: unknown): SkippedFile {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { kind, message, values } = failure;
  return { path, kind: kind === 'refused' ? kind : 'declined', message, values };
}

/** Reads files of pictures one after the other, in the worker that reads sheets. */
export class SheetReader {
  progress = $state.raw<ReadingProgress | null>(null);
  skipped = $state.raw<readonly SkippedFile[]>([]);
  /** How the last reading ended. */
  ended = $state<'done' | 'cancelled' | null>(null);
  /** Pictures read since it was last idle. */
  pictures = $state(0);
  private waiting = $state.raw<readonly FileSource[]>([]);
  private total = 0; // cost of all files since it was last idle
  private within = 0; // share of the file that is read
  private begun = 0;
  private canceller = new AbortController();

  constructor(
    private readonly engine: EngineClient<'sheets'>,
    private readonly model: Pick<ModelInUse, 'bytes'>,
    private readonly forms: () => Promise<readonly Form[]>,
    private readonly found: (picture: PictureLines) => void,
  ) {}

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
    if (this.busy || !this.model.bytes || this.waiting.length === 0) return;
    this.canceller = new AbortController();
    this.begun = performance.now();
    const { signal } = this.canceller;
    for (let next = this.next(); next; next = this.next()) {
      await this.read(next, this.model.bytes, signal);
    }
    this.progress = null;
    this.ended = signal.aborted ? 'cancelled' : 'done';
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

  private async read(source: FileSource, model: Uint8Array, signal: AbortSignal): Promise<void> {
    this.within = 0;
    this.tell(source);
    const report = (report: LinesReport) => this.hear(report, source);
    try {
      const forms = await this.forms();
      await this.engine.call('read_lines', { model, source, forms }, { report, signal });
    } catch (failure) {
      if (!signal.aborted) this.skip(skippedFor(source.path, failure));
    }
  }

  private hear(report: LinesReport, source: FileSource): void {
    if (this.canceller.signal.aborted) return;
    if ('skipped' in report) this.skip(report.skipped);
    else if ('share' in report) this.within = report.share.done / Math.max(1, report.share.total);
    else {
      this.pictures += 1;
      this.found(report.picture);
    }
    this.tell(source);
  }

  private skip(file: SkippedFile): void {
    this.skipped = [...this.skipped, file];
  }

  private tell(source: FileSource): void {
    const left = costOf(this.waiting) + (1 - this.within) * costOf([source]);
    const share = 1 - left / this.total;
    const leftMs = timeLeft(share, performance.now() - this.begun);
    this.progress = { name: source.path, pictures: this.pictures, share, leftMs };
  }
}
