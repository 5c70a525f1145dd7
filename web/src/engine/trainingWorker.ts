// The program of the worker that trains.
import { trainingHandlers } from './handlers';
import { startWorker } from './startWorker';
import type { TrainingEngine } from './types';

void startWorker((engine: TrainingEngine) => ({
  handlers: trainingHandlers(engine),
  threads: engine.thread_count(),
}));
