import { messages } from '../messages';
import { EngineClient } from './client';
import { engineUrl } from './engineUrl';
import { machine, wished } from './machine';
import { type Running, type Starter, StartingWorker } from './startingWorker';
import { orderFor, workerAddress } from './startOrder';
import { trustedUrl } from './trustedUrl';
import { type Attempt, attempts, type Work } from './variant';
import workerUrl from './worker?worker&url';

// A device under load takes a second or two; what takes longer hangs.
const patienceMs = 6000;

export interface StartedEngine {
  client: EngineClient;
  /** Tells what runs in the worker: at once if something does, and each time that it changes. */
  watch(told: (running: Running) => void): void;
}

function spawn(work: Work, attempt: Attempt): Worker {
  const address = workerAddress(workerUrl, orderFor(attempt, engineUrl));
  return new Worker(trustedUrl(address), { type: 'module', name: `inkling ${work}` });
}

/** The client of an engine, whose worker starts with the first call or `begin()`. */
export function startEngine(work: Work): StartedEngine {
  let now: Running | null = null;
  let tell: (running: Running) => void = () => {};
  const starter: Starter = {
    spawn: (attempt) => spawn(work, attempt),
    told: (running) => {
      now = running;
      tell(running);
    },
    patienceMs,
  };
  const left = attempts(work, machine, wished);
  const [first] = left;
  const broken = first ? messages.engine.broken : messages.engine.missing.simd;
  return {
    client: new EngineClient(() => new StartingWorker(left, first, starter), broken),
    watch: (told) => {
      tell = told;
      if (now) told(now);
    },
  };
}
