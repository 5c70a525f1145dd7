import type { Attempt } from '../protocol/variant';
import type { StartReport } from '../protocol/workerStart';
import type { WorkerLike } from './client';

export interface WorkerStarter {
  /** Returns the attempts in order once they are known. Those that fail are removed, except for the last. */
  attempts(): Promise<Attempt[]> | Attempt[];
  spawn(attempt: Attempt): WorkerLike;
  onStart(attempt: Attempt, threads: number): void;
  /** Resolves once the worker that holds this lock has ended, for whatever reason. */
  workerLost(heartbeat: string): Promise<void>;
  /** How long compiled threads may take to start before they count as hung. */
  patienceMs: number;
}

/**
 * A worker that tries one variant after another until one starts. Messages wait until then. The last variant is
 * tried again by the next worker.
 */
export class FallbackWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  private worker: WorkerLike | null = null;
  private waiting: unknown[] = [];
  private running = false;
  private clock: ReturnType<typeof setTimeout> | undefined;
  private attempts: Attempt[] = [];
  private terminated = false;

  constructor(private readonly starter: WorkerStarter) {
    const attempts = starter.attempts();
    if (Array.isArray(attempts)) this.startWith(attempts);
    else void attempts.then((chosen) => this.startWith(chosen));
  }

  postMessage(message: unknown): void {
    if (this.running) this.worker?.postMessage(message);
    else this.waiting.push(structuredClone(message)); // throws in the caller, like postMessage()
  }

  terminate(): void {
    this.terminated = true;
    this.end();
  }

  private startWith(attempts: Attempt[]): void {
    this.attempts = attempts;
    if (!this.terminated) this.start();
  }

  private end(): void {
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
    this.starter.onStart(attempt, threads);
    for (const message of this.waiting.splice(0)) worker.postMessage(message);
  }

  private fail(worker: WorkerLike | null): void {
    if (worker !== this.worker) return;
    this.end();
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
