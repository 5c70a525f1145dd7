// The program of the worker that reads: all that is loaded for it comes before a digit can be read.
import { readingHandlers } from './reading';
import { startWorker } from './startWorker';
import type { ReadingEngine } from './types';

void startWorker((engine: ReadingEngine) => ({ handlers: readingHandlers(engine), threads: 1 }));
