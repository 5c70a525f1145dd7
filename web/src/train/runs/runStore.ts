import { readAll, remove, save } from '../../storage/database';
import { isSavedRun } from './runFile';
import type { SavedRun } from './savedRun';

/** Where runs outlive the page, each for itself: two tabs lose nothing of each other's. */
export interface RunStore {
  read(): Promise<SavedRun[]>;
  write(run: SavedRun): Promise<void>;
  remove(id: string): Promise<void>;
}

export const browserRunStore: RunStore = {
  read: () => readAll('runs', isSavedRun),
  write: (run) => save('runs', [[run.id, run]]),
  remove: (id) => remove('runs', [id]),
};
