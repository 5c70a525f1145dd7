type Received = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** What Emscripten's JavaScript of an engine gives. */
export type CreateEngine = (options: object) => Promise<unknown>;

/** An engine of what is compiled already. */
export function instantiateEngine<Engine>(
  create: CreateEngine,
  module: WebAssembly.Module,
  threads: number,
): Promise<Engine> {
  return new Promise((created, failed) => {
    const instantiateWasm = (imports: WebAssembly.Imports, received: Received) => {
      const instance = WebAssembly.instantiate(module, imports);
      instance.then((made) => received(made, module), failed);
      return {}; // it comes later
    };
    create({ threads, instantiateWasm }).then((made) => created(made as Engine), failed);
  });
}
