// The program of the worker that reads sheets and makes forms. It is loaded with their view.

import type { SheetsEngine } from '../protocol/types';
import { sheetsHandlers } from './handlers/sheetsHandlers';
import { startWorker } from './startWorker';

void startWorker((engine: SheetsEngine) => ({ handlers: sheetsHandlers(engine), threads: 1 }));
