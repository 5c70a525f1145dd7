import type { EngineDescription, Handlers } from '../../protocol/calls';
import type { Data, Training, TrainingEngine } from '../../protocol/types';
import { checkpointCalls } from '../checkpoints/savedCheckpoints';
import { browserTrainingStore, type TrainingStore } from '../checkpoints/trainingStore';
import { Owned } from '../owned';
import { collectingCalls } from './drawings';
import { exportingCalls } from './export';
import { dataCalls } from './importData';
import { learningCalls } from './learn';
import { inspectingCalls } from './loadedData';
import { predictingCalls } from './predict';
import { scoringCalls } from './score';
import { trainingCalls } from './train';
import { settingUpCalls } from './trainingSetup';

function describe(engine: TrainingEngine): EngineDescription {
  return { presets: engine.presets(), augmentation: engine.augmentation_ranges() };
}

/** Handles all calls of the training engine. */
export function trainingHandlers(
  engine: TrainingEngine,
  store: TrainingStore = browserTrainingStore,
): Handlers<'training'> {
  const data = new Owned<Data>();
  const ended = new Owned<Training>();
  return {
    describe: () => describe(engine),
    ...dataCalls(engine, data),
    ...inspectingCalls(engine, data),
    ...trainingCalls(engine, data, ended, store),
    ...checkpointCalls(engine, data, store),
    ...scoringCalls(engine, ended),
    ...settingUpCalls(engine, data),
    ...predictingCalls(engine),
    ...collectingCalls(engine),
    ...learningCalls(engine, data),
    ...exportingCalls(engine),
  };
}
