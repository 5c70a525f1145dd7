import type { CallName, EngineName, Handler, Handlers, Request, Response } from '../protocol/calls';
import { EngineFailure } from '../protocol/failure';

/** The members of a worker's global scope that serving needs. */
export interface Port {
  postMessage(message: Response, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

type Order = Exclude<Request, { cancel: true }>;

/** Returns the buffers of a reply's arrays, to transfer instead of copying them. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return [];
  const buffers = Object.values(value)
    .filter((field) => ArrayBuffer.isView(field))
    .map((view) => view.buffer as ArrayBuffer);
  return [...new Set(buffers)];
}

function asFailure(id: number, error: unknown): Response {
  if (error instanceof EngineFailure) {
    const { kind, message, values, about } = error;
    return { id, kind, message, values, about };
  }
  // Anything else is a trap, out of memory or a bug. This worker can no longer be trusted.
  console.error(error);
  return { id, kind: 'broken', message: String(error), values: {}, about: '' };
}

/** Serves the worker's side of the protocol: passes each request to the handler of its name. */
export function serve(port: Port, handlers: Promise<Partial<Handlers<EngineName>>>): void {
  const cancellers = new Map<number, AbortController>();

  async function answer({ id, name, argument }: Order): Promise<void> {
    const canceller = new AbortController();
    cancellers.set(id, canceller);
    try {
      const handler = (await handlers)[name] as Handler<CallName>;
      const value = await handler(argument as never, {
        report: (report) => port.postMessage({ id, kind: 'report', value: report }, []),
        signal: canceller.signal,
      });
      port.postMessage({ id, kind: 'reply', value }, buffersOf(value));
    } catch (error) {
      port.postMessage(asFailure(id, error), []);
    } finally {
      cancellers.delete(id);
    }
  }

  port.onmessage = ({ data: request }) => {
    if ('cancel' in request) cancellers.get(request.id)?.abort();
    else void answer(request);
  };
}
