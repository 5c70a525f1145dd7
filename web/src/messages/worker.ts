import { enWorker } from './enWorker';

/** What a worker has to say itself: apart, so that it loads none of the page's sentences. */
export type WorkerMessages = typeof enWorker;

export const workerMessages: WorkerMessages = enWorker;
