// The worker program. The page runs it twice: one instance reads, the other trains, so that
// drawing stays live while a network learns. Its address says which engine to run.
import { handlersOf } from './handlers';
import { type Port, serve } from './serve';
import { orderIn, type StartReport } from './startOrder';
import type { Engine } from './types';

type Received = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

const report = (said: StartReport) => self.postMessage(said);

async function fetchAndCompile(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // Compiled while it comes, unless the host calls it something else.
  const streams = response.headers.get('content-type') === 'application/wasm';
  return streams
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function createEngine(): Promise<Engine> {
  const order = orderIn(self.location);
  const fetched = [import(/* @vite-ignore */ order.glue), fetchAndCompile(order.module)] as const;
  const [{ default: create }, module] = await Promise.all(fetched);
  report({ start: 'compiled' });
  return new Promise((created, failed) => {
    const instantiateWasm = (imports: WebAssembly.Imports, received: Received) => {
      const instance = WebAssembly.instantiate(module, imports);
      instance.then((made) => received(made, module), failed);
      return {}; // it comes later
    };
    create({ threads: order.threads, instantiateWasm }).then(created, failed);
  });
}

async function start(): Promise<StartReport> {
  try {
    const engine = await createEngine();
    serve(self as unknown as Port, Promise.resolve(handlersOf(engine)));
    return { start: 'done', threads: engine.thread_count() };
  } catch (error) {
    console.error(error);
    return { start: 'failed' };
  }
}

void start().then(report);
