// The engine itself, the plainest variant, in this very thread, and a count of its objects that live.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type { Engine } from '#web/engine/types';

export const living = { handles: 0 };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const glue = here('../../build/wasm/engine/simd.js');

/** What Embind's modules have beside what was bound: a count of JavaScript's values that C++ holds. */
export type RealEngine = Engine & { count_emval_handles(): number };

function counted<Handle extends { delete(): void }>(handle: Handle): Handle {
  const free = handle.delete.bind(handle);
  living.handles += 1;
  handle.delete = () => {
    living.handles -= 1;
    free();
  };
  return handle;
}

const countedClass = <Handle extends { delete(): void }>(Class: new () => Handle) =>
  new Proxy(Class, { construct: (made) => counted(new made()) });

export async function realEngine(): Promise<RealEngine> {
  vi.stubGlobal('self', { location: { href: 'file:///' } }); // it looks for its file there, and is given it
  const { default: create } = await import(/* @vite-ignore */ glue);
  const wasmBinary = readFileSync(glue.replace(/js$/, 'wasm'));
  const engine: RealEngine = await create({ threads: 1, wasmBinary });
  return {
    ...engine,
    Data: countedClass(engine.Data),
    Reader: countedClass(engine.Reader),
    Training: countedClass(engine.Training),
    synthetic_data: (images, seed) => counted(engine.synthetic_data(images, seed)),
  };
}

export const shippedModel = () =>
  new Uint8Array(readFileSync(here('../../web/public/model/inkling.safetensors')));
