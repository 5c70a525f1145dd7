type Received = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** The factory function that Emscripten exports. */
export type CreateEngine = (options: object) => Promise<unknown>;

/** Instantiates an engine from a compiled module. */
export function instantiateEngine<Engine>(
  create: CreateEngine,
  module: WebAssembly.Module,
  threads: number,
): Promise<Engine> {
  return new Promise((created, failed) => {
    const instantiateWasm = (imports: WebAssembly.Imports, received: Received) => {
      const instance = WebAssembly.instantiate(module, imports);
      instance.then((made) => received(made, module), failed);
      return {}; // the instance is delivered later
    };
    create({ threads, instantiateWasm }).then((made) => created(made as Engine), failed);
  });
}
