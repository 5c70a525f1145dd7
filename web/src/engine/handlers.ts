import type { EngineDescription, Handlers } from './calls';
import { collectingCalls } from './collecting';
import { dataCalls } from './data';
import { inspectingCalls } from './inspecting';
import { learningCalls } from './learning';
import { Owned } from './owned';
import { predictingCalls } from './predicting';
import { trainingCalls } from './training';
import type { Data, TrainingEngine } from './types';

function describe(engine: TrainingEngine): EngineDescription {
  const presets = engine
    .presets()
    .map((preset) => ({ ...preset, layers: engine.layers(preset.architecture) }));
  return { presets };
}

/** Everything that the engine that learns answers. */
export function trainingHandlers(engine: TrainingEngine): Handlers<'training'> {
  const data = new Owned<Data>();
  return {
    describe: () => describe(engine),
    ...dataCalls(engine, data),
    ...inspectingCalls(engine, data),
    ...trainingCalls(engine, data),
    ...predictingCalls(engine),
    ...collectingCalls(engine),
    ...learningCalls(engine),
  };
}
