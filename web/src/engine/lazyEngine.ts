import type { EngineName } from '../protocol/calls';
import { type Attempt, attempts, type Simd, type Variant } from '../protocol/variant';
import { workerAddress, workerStartFor } from '../protocol/workerStart';
import { workerLost } from '../shared/heartbeat';
import { EngineClient } from './client';
import { FallbackWorker, type WorkerStarter } from './fallbackWorker';
import { machine } from './machine';
import { trustedUrl } from './trustedUrl';

// A busy device takes a second or two. Anything longer is a hang.
const patienceMs = 6000;

/** The URLs of an engine's files. */
export interface EngineFiles {
  program: string; // URL of the worker's script
  address(file: string): string; // returns the URL of a variant's file
}

/** The variant that runs in a worker, and whether a better one failed to start. */
export interface RunningVariant extends Attempt {
  fellBack: boolean;
}

export interface LazyEngine<Engine extends EngineName> {
  client: EngineClient<Engine>;
  /** Calls the listener with the running variant: now, if the worker has started, and whenever it changes. */
  watch(onStart: (running: RunningVariant) => void): void;
}

/** Which SIMD is faster in this browser: what is known at once, and how to find out where that takes a moment. */
export interface FasterSimd {
  known: Simd | null;
  probe?: () => Promise<Simd>;
}

function spawn(engine: EngineName, attempt: Attempt, { program, address }: EngineFiles): Worker {
  const url = workerAddress(program, workerStartFor(engine, attempt, address));
  return new Worker(trustedUrl(url), { type: 'module', name: `inkling ${engine}` });
}

/** Creates the client of an engine. Its worker starts with the first call or `begin()`. */
export function lazyEngine<Engine extends EngineName>(
  engine: Engine,
  files: EngineFiles,
  requestedVariant: Variant | null,
  { known, probe }: FasterSimd = { known: null },
): LazyEngine<Engine> {
  const attemptsWith = (simd: Simd) => attempts(engine, machine, requestedVariant, simd);
  const find = machine.relaxed && !requestedVariant && !known ? probe : undefined;
  let left: Promise<Attempt[]> | Attempt[] | null = null;
  let first: Attempt | undefined;
  const plan = (chosen: Attempt[]) => {
    [first] = chosen;
    return chosen;
  };
  let now: RunningVariant | null = null;
  let tell: (running: RunningVariant) => void = () => {};
  const starter: WorkerStarter = {
    attempts: () => {
      left ??= find ? find().then(attemptsWith).then(plan) : plan(attemptsWith(known ?? 'relaxed'));
      return left;
    },
    spawn: (attempt) => spawn(engine, attempt, files),
    onStart: (attempt, threads) => {
      now = { ...attempt, threads, fellBack: attempt !== first };
      tell(now);
    },
    workerLost,
    patienceMs,
  };
  return {
    client: new EngineClient(() => new FallbackWorker(starter), machine.simd ? 'broken' : 'noSimd'),
    watch: (listener) => {
      tell = listener;
      if (now) listener(now);
    },
  };
}
