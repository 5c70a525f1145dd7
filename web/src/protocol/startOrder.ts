import type { Work } from './calls';
import type { Attempt } from './variant';

/**
 * What a worker runs. It is in the worker's URL, so that it fetches and compiles from its first
 * moment on, however busy the page is with its own start.
 */
export interface StartOrder {
  glue: string; // the address of the engine's JavaScript
  module: string; // and of its WebAssembly
  threads: number;
}

/** What a worker says before anything else. */
export type StartReport =
  | { start: 'compiled' } // from here on nothing comes from the network
  // `heartbeat` names a lock that the worker holds while it lives; empty without locks.
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

/** The order that workerAddress() was given, in the worker at that address. */
export function orderIn({ hash }: Pick<Location, 'hash'>): StartOrder {
  const parameters = new URLSearchParams(hash.slice(1));
  const part = (name: string) => parameters.get(name) ?? '';
  return { glue: part('glue'), module: part('module'), threads: Number(part('threads')) };
}
