import type { EngineDescription, Handlers } from '../protocol/calls';
import type { Data, Training, TrainingEngine } from '../protocol/types';
import { keptCalls } from './checkpoints/savedCheckpoints';
import { inBrowser, type TrainingStore } from './checkpoints/trainingStore';
import { collectingCalls } from './collecting';
import { dataCalls } from './data';
import { exportingCalls } from './exporting';
import { inspectingCalls } from './inspecting';
import { learningCalls } from './learning';
import { Owned } from './owned';
import { predictingCalls } from './predicting';
import { scoringCalls } from './scoring';
import { settingUpCalls } from './settingUp';
import { trainingCalls } from './training';

function describe(engine: TrainingEngine): EngineDescription {
  return { presets: engine.presets(), augmentation: engine.augmentation_ranges() };
}

/** Everything that the engine that learns answers. */
export function trainingHandlers(
  engine: TrainingEngine,
  store: TrainingStore = inBrowser,
): Handlers<'training'> {
  const data = new Owned<Data>();
  const ended = new Owned<Training>();
  return {
    describe: () => describe(engine),
    ...dataCalls(engine, data),
    ...inspectingCalls(engine, data),
    ...trainingCalls(engine, data, ended, store),
    ...keptCalls(engine, data, store),
    ...scoringCalls(engine, ended),
    ...settingUpCalls(engine, data),
    ...predictingCalls(engine),
    ...collectingCalls(engine),
    ...learningCalls(engine),
    ...exportingCalls(engine),
  };
}
