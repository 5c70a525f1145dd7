// The worker that reads strokes. Everything imported here loads before a digit can be read.

import type { ReadingEngine } from '../protocol/types';
import { readingHandlers } from './handlers/readingHandlers';
import { startWorker } from './startWorker';

void startWorker((engine: ReadingEngine) => ({ handlers: readingHandlers(engine), threads: 1 }));
