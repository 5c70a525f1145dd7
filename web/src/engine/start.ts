import type { Work } from './calls';
import { EngineClient } from './client';
import { engineUrl } from './engineUrl';
import { machine, wished } from './machine';
import readingProgram from './readingWorker?worker&url';
import { type Running, type Starter, StartingWorker } from './startingWorker';
import { orderFor, workerAddress } from './startOrder';
import trainingProgram from './trainingWorker?worker&url';
import { trustedUrl } from './trustedUrl';
import { type Attempt, attempts } from './variant';

const programs: Record<Work, string> = { reading: readingProgram, training: trainingProgram };

// A device under load takes a second or two; what takes longer hangs.
const patienceMs = 6000;

export interface StartedEngine<Does extends Work> {
  client: EngineClient<Does>;
  /** Tells what runs in the worker: at once if something does, and each time that it changes. */
  watch(told: (running: Running) => void): void;
}

function spawn(work: Work, attempt: Attempt): Worker {
  const address = workerAddress(programs[work], orderFor(work, attempt, engineUrl));
  return new Worker(trustedUrl(address), { type: 'module', name: `inkling ${work}` });
}

/** The client of an engine, whose worker starts with the first call or `begin()`. */
export function startEngine<Does extends Work>(work: Does): StartedEngine<Does> {
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
  return {
    client: new EngineClient(
      () => new StartingWorker(left, first, starter),
      first ? 'broken' : 'noSimd',
    ),
    watch: (told) => {
      tell = told;
      if (now) told(now);
    },
  };
}
