import type { EngineDescription, Handlers } from './calls';
import { dataCalls } from './data';
import { Owned } from './owned';
import { predictingCalls } from './predicting';
import { readingCalls } from './reading';
import { trainingCalls } from './training';
import type { Data, Engine } from './types';

function describe(engine: Engine): EngineDescription {
  const presets = engine
    .presets()
    .map((preset) => ({ ...preset, layers: engine.layers(preset.architecture) }));
  return { presets };
}

/** Everything an engine answers, whether its worker is used for reading or for training. */
export function handlersOf(engine: Engine): Handlers {
  const data = new Owned<Data>();
  return {
    describe: () => describe(engine),
    ...readingCalls(engine),
    ...dataCalls(engine, data),
    ...trainingCalls(engine, data),
    ...predictingCalls(engine),
  };
}
