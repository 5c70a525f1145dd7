import type { StartReport } from '../protocol/startOrder';
import type { Attempt } from '../protocol/variant';
import type { WorkerLike } from './client';

/** What runs in a worker, and whether a fuller variant was tried in vain. */
export interface RunningVariant extends Attempt {
  fellBack: boolean;
}

export interface WorkerStarter {
  spawn(attempt: Attempt): WorkerLike;
  onStart(running: RunningVariant): void;
  /** When the worker that holds this lock is gone, however it went. */
  workerLost(heartbeat: string): Promise<void>;
  /** How long threads may take to start, once they are compiled, before they count as hung. */
  patienceMs: number;
}

/**
 * A worker that tries one way to start after another; what is asked of it meanwhile waits. A way
 * that failed is struck from `attempts`, but for the last, which the next worker tries again.
 */
export class FallbackWorker implements WorkerLike {
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
    private readonly starter: WorkerStarter,
  ) {
    this.start();
  }

  postMessage(message: unknown): void {
    if (this.running) this.worker?.postMessage(message);
    else this.waiting.push(structuredClone(message)); // throws like postMessage, at the caller
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
    const worker = this.spawned(attempt);
    this.worker = worker;
    if (!worker) {
      queueMicrotask(() => this.fail(null));
      return;
    }
    worker.onmessage = ({ data }: MessageEvent<StartReport>) => {
      if (data.start === 'compiled') this.expect(worker, attempt);
      else if (data.start === 'done') this.started(worker, attempt, data);
      else this.fail(worker);
    };
    worker.onerror = () => this.fail(worker);
  }

  /** Null where the host allows no worker, or not from there. */
  private spawned(attempt: Attempt): WorkerLike | null {
    try {
      return this.starter.spawn(attempt);
    } catch (refusal) {
      console.warn(refusal);
      return null;
    }
  }

  private expect(worker: WorkerLike, { threads }: Attempt): void {
    if (threads === 1) return;
    this.clock = setTimeout(() => this.fail(worker), this.starter.patienceMs);
  }

  private started(
    worker: WorkerLike,
    attempt: Attempt,
    { threads, heartbeat }: Extract<StartReport, { start: 'done' }>,
  ): void {
    clearTimeout(this.clock);
    this.starter.workerLost(heartbeat).then(
      () => worker === this.worker && this.break(),
      () => {}, // the page itself goes
    );
    this.running = true;
    worker.onmessage = this.onmessage;
    worker.onerror = this.onerror;
    worker.onmessageerror = this.onmessageerror;
    this.starter.onStart({ ...attempt, threads, fellBack: attempt !== this.first });
    for (const message of this.waiting.splice(0)) worker.postMessage(message);
  }

  private fail(worker: WorkerLike | null): void {
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
