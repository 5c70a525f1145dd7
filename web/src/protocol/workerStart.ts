import type { EngineName } from './calls';
import type { Attempt } from './variant';

/**
 * What a worker should load. It is part of the worker's URL, so that loading and compiling begin at once, however
 * busy the page is.
 */
export interface WorkerStart {
  glue: string; // URL of the engine's JavaScript
  module: string; // URL of its WebAssembly
  threads: number;
}

/** A worker's first messages. */
export type StartReport =
  | { start: 'compiled' } // nothing more will be downloaded
  // `heartbeat` names a lock that the worker holds while it lives; empty if locks aren't available.
  | { start: 'done'; threads: number; heartbeat: string }
  | { start: 'failed' };

export function workerStartFor(
  engine: EngineName,
  { variant, threads }: Attempt,
  address: (file: string) => string,
): WorkerStart {
  const name = `${engine}-${variant}`;
  return { glue: address(`${name}.js`), module: address(`${name}.wasm`), threads };
}

export function workerAddress(program: string, { glue, module, threads }: WorkerStart): string {
  return `${program}#${new URLSearchParams({ glue, module, threads: String(threads) })}`;
}

/** Parses what workerAddress() put into the worker's URL. */
export function workerStartIn({ hash }: Pick<Location, 'hash'>): WorkerStart {
  const parameters = new URLSearchParams(hash.slice(1));
  const part = (name: string) => parameters.get(name) ?? '';
  return { glue: part('glue'), module: part('module'), threads: Number(part('threads')) };
}
