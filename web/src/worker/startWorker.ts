// Shared by the workers' programs. The page runs one for reading, one for pictures and one for training, so that
// drawing stays responsive during training. The URL tells which variant to run.
import type { EngineName, Handlers } from '../protocol/calls';
import { type StartReport, workerStartIn } from '../protocol/workerStart';
import { fetchModule } from '../shared/fetchModule';
import { instantiateEngine } from '../shared/instantiateEngine';
import { type Port, serve } from './serve';

const report = (message: StartReport) => self.postMessage(message);

async function createEngine<Engine>(): Promise<Engine> {
  const start = workerStartIn(self.location);
  const fetched = [import(/* @vite-ignore */ start.glue), fetchModule(start.module)] as const;
  const [{ default: create }, module] = await Promise.all(fetched);
  report({ start: 'compiled' });
  return instantiateEngine(create, module, start.threads);
}

/** An engine's handlers, and its number of threads. */
interface Served {
  handlers: Partial<Handlers<EngineName>>;
  threads: number;
  heartbeat?: string;
}

/** Starts the engine, serves its handlers and reports. */
export async function startWorker<Engine>(
  made: (engine: Engine) => Served | Promise<Served>,
): Promise<void> {
  try {
    const { handlers, threads, heartbeat = '' } = await made(await createEngine<Engine>());
    serve(self as unknown as Port, Promise.resolve(handlers));
    report({ start: 'done', threads, heartbeat });
  } catch (error) {
    console.error(error);
    report({ start: 'failed' });
  }
}
