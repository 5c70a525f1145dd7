import type { Work } from '../protocol/calls';
import { orderFor, workerAddress } from '../protocol/startOrder';
import { type Attempt, attempts, type Variant } from '../protocol/variant';
import { workerLost } from '../shared/heartbeat';
import { EngineClient } from './client';
import { FallbackWorker, type RunningVariant, type WorkerStarter } from './fallbackWorker';
import { machine } from './machine';
import { trustedUrl } from './trustedUrl';

// A device under load takes a second or two; what takes longer hangs.
const patienceMs = 6000;

/** Where an engine is fetched from. */
export interface EngineFiles {
  program: string; // the address of its worker's program
  address(file: string): string; // of each variant's JavaScript and WebAssembly
}

export interface LazyEngine<Does extends Work> {
  client: EngineClient<Does>;
  /** Tells what runs in the worker: at once if something does, and each time that it changes. */
  watch(onStart: (running: RunningVariant) => void): void;
}

function spawn(work: Work, attempt: Attempt, { program, address }: EngineFiles): Worker {
  const url = workerAddress(program, orderFor(work, attempt, address));
  return new Worker(trustedUrl(url), { type: 'module', name: `inkling ${work}` });
}

/** The client of an engine, whose worker starts with the first call or `begin()`. */
export function lazyEngine<Does extends Work>(
  work: Does,
  files: EngineFiles,
  requestedVariant: Variant | null,
): LazyEngine<Does> {
  let now: RunningVariant | null = null;
  let tell: (running: RunningVariant) => void = () => {};
  const starter: WorkerStarter = {
    spawn: (attempt) => spawn(work, attempt, files),
    onStart: (running) => {
      now = running;
      tell(running);
    },
    workerLost,
    patienceMs,
  };
  const left = attempts(work, machine, requestedVariant);
  const [first] = left;
  return {
    client: new EngineClient(
      () => new FallbackWorker(left, first, starter),
      first ? 'broken' : 'noSimd',
    ),
    watch: (listener) => {
      tell = listener;
      if (now) listener(now);
    },
  };
}
