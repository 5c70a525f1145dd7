// The worker program. The page runs it twice: one instance reads, the other trains, so that
// drawing stays live while a network learns. Its first message says which engine to run.
import { handlersOf } from './handlers';
import { type Port, serve } from './serve';
import type { StartOrder, StartReport } from './startingWorker';
import type { Engine } from './types';

type Received = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

async function createEngine({ glue, module, threads }: StartOrder): Promise<Engine> {
  const { default: create } = await import(/* @vite-ignore */ glue);
  return new Promise((created, failed) => {
    const instantiateWasm = (imports: WebAssembly.Imports, received: Received) => {
      const instance = WebAssembly.instantiate(module, imports);
      instance.then((made) => received(made, module), failed);
      return {}; // it comes later
    };
    create({ threads, instantiateWasm }).then(created, failed);
  });
}

async function start(order: StartOrder): Promise<StartReport> {
  try {
    const engine = await createEngine(order);
    serve(self as unknown as Port, Promise.resolve(handlersOf(engine)));
    return { start: 'done', threads: engine.thread_count() };
  } catch (error) {
    console.error(error);
    return { start: 'failed' };
  }
}

self.onmessage = async ({ data }: MessageEvent<StartOrder>) => self.postMessage(await start(data));
