import type { StartReport } from '../protocol/startOrder';
import type { Attempt } from '../protocol/variant';
import type { WorkerLike } from './client';

/** The variant that runs in a worker, and whether a better one failed to start. */
export interface RunningVariant extends Attempt {
  fellBack: boolean;
}

export interface WorkerStarter {
  spawn(attempt: Attempt): WorkerLike;
  onStart(running: RunningVariant): void;
  /** Resolves once the worker that holds this lock has ended, for whatever reason. */
  workerLost(heartbeat: string): Promise<void>;
  /** How long compiled threads may take to start before they count as hung. */
  patienceMs: number;
}

/**
 * A worker that tries one variant after another until one starts. Messages wait until then. A variant that fails
 * is removed from `attempts`, except for the last, which the next worker tries again.
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
    else this.waiting.push(structuredClone(message)); // throws in the caller, like postMessage()
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

  /** Returns null if the host's policy blocks the worker. */
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
      () => {}, // the page is closing
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
