import type { EngineDescription, Handlers } from './calls';
import { collectingCalls } from './collecting';
import { dataCalls } from './data';
import { exportingCalls } from './exporting';
import { inspectingCalls } from './inspecting';
import { keptCalls } from './keeping/kept';
import { inBrowser, type TrainingStore } from './keeping/store';
import { learningCalls } from './learning';
import { Owned } from './owned';
import { predictingCalls } from './predicting';
import { scoringCalls } from './scoring';
import { settingUpCalls } from './settingUp';
import { trainingCalls } from './training';
import type { Data, Training, TrainingEngine } from './types';

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
