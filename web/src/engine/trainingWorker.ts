// The program of the worker that trains.
import { holdForLife } from './alive';
import { trainingHandlers } from './handlers';
import { startWorker } from './startWorker';
import type { TrainingEngine } from './types';

void startWorker(async (engine: TrainingEngine) => ({
  handlers: trainingHandlers(engine),
  threads: engine.thread_count(),
  alive: await holdForLife().catch(() => ''),
}));
