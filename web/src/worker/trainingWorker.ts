// The worker that trains.

import type { TrainingEngine } from '../protocol/types';
import { holdHeartbeat } from '../shared/heartbeat';
import { trainingHandlers } from './handlers/trainingHandlers';
import { startWorker } from './startWorker';

void startWorker(async (engine: TrainingEngine) => ({
  handlers: trainingHandlers(engine),
  threads: engine.thread_count(),
  heartbeat: await holdHeartbeat().catch(() => ''),
}));
