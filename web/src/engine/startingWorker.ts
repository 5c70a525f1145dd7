import type { WorkerLike } from './client';
import type { Attempt } from './variant';

/** The first message to a worker: the engine that it shall run. */
export interface StartOrder {
  glue: string; // the address of the engine's JavaScript
  module: WebAssembly.Module;
  threads: number;
}

/** What a worker says before anything else. */
export type StartReport = { start: 'done'; threads: number } | { start: 'failed' };

/** What runs in a worker, and whether a fuller variant was tried in vain. */
export interface Running extends Attempt {
  fellBack: boolean;
}

export interface Starter {
  spawn(): WorkerLike;
  /** Fetches and compiles; rejects where that is not possible. */
  order(attempt: Attempt): Promise<StartOrder>;
  told(running: Running): void;
  /** How long threads may take to start, once their module is there, before they count as hung. */
  patienceMs: number;
}

/**
 * A worker that tries one way to start after another; what is asked of it meanwhile waits. A way
 * that failed is struck from `attempts`, but for the last, which the next worker tries again.
 */
export class StartingWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  private worker: WorkerLike | null = null;
  private waiting: unknown[] = [];
  private running = false;
  private clock: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly attempts: Attempt[],
    private readonly first: Attempt | undefined,
    private readonly starter: Starter,
  ) {
    this.start();
  }

  postMessage(message: unknown): void {
    if (this.running) this.worker?.postMessage(message);
    else this.waiting.push(message);
  }

  terminate(): void {
    clearTimeout(this.clock);
    this.worker?.terminate();
    this.worker = null;
  }

  private start(): void {
    const [attempt] = this.attempts;
    if (!attempt) {
      queueMicrotask(() => this.break());
      return;
    }
    const worker = this.starter.spawn();
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<StartReport>) => {
      if (data.start === 'done') this.started(worker, attempt, data.threads);
      else this.fail(worker);
    };
    worker.onerror = () => this.fail(worker);
    this.starter.order(attempt).then(
      (order) => this.give(worker, order),
      () => this.fail(worker),
    );
  }

  private give(worker: WorkerLike, order: StartOrder): void {
    if (worker !== this.worker) return;
    worker.postMessage(order);
    if (order.threads === 1) return;
    this.clock = setTimeout(() => this.fail(worker), this.starter.patienceMs);
  }

  private started(worker: WorkerLike, attempt: Attempt, threads: number): void {
    clearTimeout(this.clock);
    this.running = true;
    worker.onmessage = this.onmessage;
    worker.onerror = this.onerror;
    worker.onmessageerror = this.onmessageerror;
    this.starter.told({ ...attempt, threads, fellBack: attempt !== this.first });
    for (const message of this.waiting.splice(0)) worker.postMessage(message);
  }

  private fail(worker: WorkerLike): void {
    if (worker !== this.worker) return;
    this.terminate();
    if (this.attempts.length < 2) {
      this.break();
      return;
    }
    this.attempts.shift();
    this.start();
  }

  private break(): void {
    this.onerror?.call(this as unknown as Worker, new Event('error') as ErrorEvent);
  }
}
