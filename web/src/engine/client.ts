import type {
  Argument,
  CallName,
  CallOf,
  EngineName,
  Reply,
  Report,
  Request,
  Response,
} from '../protocol/calls';
import { EngineFailure, type FailureName } from '../protocol/failure';

interface Pending {
  resolve(value: never): void;
  reject(failure: unknown): void;
  report(value: never): void;
}

export interface CallOptions<Name extends CallName> {
  report?: (progress: Report<Name>) => void;
  signal?: AbortSignal;
}

/** The part of a Worker that the client uses. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

/**
 * The page's side of one worker. begin() or the first call starts the worker. If it crashes, all pending calls
 * are rejected and the next call starts a new one.
 */
export class EngineClient<Engine extends EngineName> {
  /** Called after a crash, before pending calls are rejected. */
  broke: () => void = () => {};
  private worker: WorkerLike | null = null;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

  constructor(
    private readonly start: () => WorkerLike,
    private readonly broken: FailureName,
  ) {}

  /** Starts the worker ahead of the first call. */
  begin(): void {
    this.running();
  }

  call<Name extends CallOf<Engine>>(
    name: Name,
    argument: Argument<Name>,
    { report, signal }: CallOptions<Name> = {},
  ): Promise<Reply<Name>> {
    const id = ++this.lastId;
    const worker = this.running();
    const reply = new Promise<Reply<Name>>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, report: report ?? (() => {}) });
    });
    try {
      worker.postMessage({ id, name, argument } as Request);
    } catch (unsendable) {
      this.pending.get(id)?.reject(unsendable);
      this.pending.delete(id);
    }
    if (signal?.aborted) this.cancel(id);
    signal?.addEventListener('abort', () => this.cancel(id), { once: true });
    return reply;
  }

  /** Whether no call is pending. */
  get idle(): boolean {
    return this.pending.size === 0;
  }

  /** Ends the worker and frees its memory. Pending calls are rejected. */
  end(): void {
    this.replace(this.broken);
  }

  private running(): WorkerLike {
    if (this.worker) return this.worker;
    const worker = this.start();
    worker.onmessage = (event: MessageEvent<Response>) => this.receive(event.data);
    worker.onerror = () => this.replace(this.broken);
    worker.onmessageerror = () => this.replace(this.broken);
    this.worker = worker;
    return worker;
  }

  private cancel(id: number): void {
    if (this.pending.has(id)) this.worker?.postMessage({ id, cancel: true } satisfies Request);
  }

  private receive(response: Response): void {
    const pending = this.pending.get(response.id);
    if (!pending) return;
    if (response.kind === 'report') {
      pending.report(response.value as never);
      return;
    }
    this.pending.delete(response.id);
    if (response.kind === 'reply') {
      pending.resolve(response.value as never);
      return;
    }
    const message = response.kind === 'broken' ? this.broken : response.message;
    if (response.kind === 'broken') this.replace(this.broken);
    pending.reject(new EngineFailure(response.kind, message, response.values, response.about));
  }

  private replace(message: string): void {
    this.worker?.terminate();
    this.worker = null;
    const abandoned = [...this.pending.values()];
    this.pending.clear();
    this.broke();
    for (const call of abandoned) call.reject(new EngineFailure('broken', message));
  }
}
