// The worker that reads pictures. People who only draw never load it.

import type { PicturesEngine } from '../protocol/types';
import { picturesHandlers } from './handlers/picturesHandlers';
import { startWorker } from './startWorker';

void startWorker((engine: PicturesEngine) => ({ handlers: picturesHandlers(engine), threads: 1 }));
