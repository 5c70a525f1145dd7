// The real engines in the simplest variants, on this thread, with a count of their live objects.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type { EngineName } from '#web/protocol/calls';
import type {
  PicturesEngine,
  ReadingEngine,
  SheetsEngine,
  TrainingEngine,
} from '#web/protocol/types';

export const living = { handles: 0 };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Embind's own function: counts the JavaScript values that C++ holds. */
interface Counting {
  count_emval_handles(): number;
}

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

async function load<Engine>(engine: EngineName): Promise<Engine & Counting> {
  const glue = here(`../../build/wasm/engine/${engine}-simd.js`);
  vi.stubGlobal('self', { location: { href: 'file:///' } }); // the engine looks for its file there, but is given it
  const { default: create } = await import(/* @vite-ignore */ glue);
  return create({ threads: 1, wasmBinary: readFileSync(glue.replace(/js$/, 'wasm')) });
}

export async function realReadingEngine(): Promise<ReadingEngine & Counting> {
  const engine = await load<ReadingEngine>('reading');
  return { ...engine, Reader: countedClass(engine.Reader) };
}

export async function realPicturesEngine(): Promise<PicturesEngine & Counting> {
  const engine = await load<PicturesEngine>('pictures');
  return { ...engine, PictureReader: countedClass(engine.PictureReader) };
}

export async function realSheetsEngine(): Promise<SheetsEngine & Counting> {
  const engine = await load<SheetsEngine>('sheets');
  return { ...engine, SheetReader: countedClass(engine.SheetReader) };
}

export async function realTrainingEngine(): Promise<TrainingEngine & Counting> {
  const engine = await load<TrainingEngine>('training');
  return {
    ...engine,
    Data: countedClass(engine.Data),
    Predictor: countedClass(engine.Predictor),
    Training: countedClass(engine.Training),
    PatchSession: countedClass(engine.PatchSession),
    synthetic_data: (images, seed) => counted(engine.synthetic_data(images, seed)),
  };
}

type AnyEngine = ReadingEngine | PicturesEngine | SheetsEngine | TrainingEngine;

/** Returns what an engine has created and not freed. */
export const left = (engine: AnyEngine & Counting) => ({
  ...living,
  values: engine.count_emval_handles(),
  bytes: engine.memory_in_use(),
});

export const shippedModel = () =>
  new Uint8Array(readFileSync(here('../../web/public/model/inkling.safetensors')));
