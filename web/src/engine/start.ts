import { messages } from '../messages';
import { EngineClient } from './client';
import { machine, wished } from './machine';
import { compiled, engineUrl } from './modules';
import { type Running, type Starter, StartingWorker } from './startingWorker';
import { trustedUrl } from './trustedUrl';
import { attempts, type Work } from './variant';
import workerUrl from './worker?worker&url';

// A device under load takes a second or two; what takes longer hangs.
const patienceMs = 6000;

export function startEngine(work: Work, told: (running: Running) => void): EngineClient {
  const starter: Starter = {
    spawn: () => new Worker(trustedUrl(workerUrl), { type: 'module', name: `inkling ${work}` }),
    order: async ({ variant, threads }) => {
      const glue = engineUrl(`${variant}.js`);
      return { glue, module: await compiled(variant), threads };
    },
    told,
    patienceMs,
  };
  const left = attempts(work, machine, wished);
  const [first] = left;
  const broken = first ? messages.engine.broken : messages.engine.missing.simd;
  return new EngineClient(() => new StartingWorker(left, first, starter), broken);
}
