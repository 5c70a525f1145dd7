import type { Work } from './calls';
import type { Attempt } from './variant';

/**
 * What a worker should load. It is part of the worker's URL, so that loading and compiling begin at once, however
 * busy the page is.
 */
export interface StartOrder {
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

export function orderFor(
  work: Work,
  { variant, threads }: Attempt,
  address: (file: string) => string,
): StartOrder {
  const name = `${work}-${variant}`;
  return { glue: address(`${name}.js`), module: address(`${name}.wasm`), threads };
}

export function workerAddress(program: string, { glue, module, threads }: StartOrder): string {
  return `${program}#${new URLSearchParams({ glue, module, threads: String(threads) })}`;
}

/** Parses the order that workerAddress() put into the worker's URL. */
export function orderIn({ hash }: Pick<Location, 'hash'>): StartOrder {
  const parameters = new URLSearchParams(hash.slice(1));
  const part = (name: string) => parameters.get(name) ?? '';
  return { glue: part('glue'), module: part('module'), threads: Number(part('threads')) };
}
