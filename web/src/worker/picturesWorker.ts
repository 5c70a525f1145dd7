// The program of the worker that reads pictures. Who only draws never loads it.

import type { PicturesEngine } from '../protocol/types';
import { picturesHandlers } from './handlers/picturesHandlers';
import { startWorker } from './startWorker';

void startWorker((engine: PicturesEngine) => ({ handlers: picturesHandlers(engine), threads: 1 }));
