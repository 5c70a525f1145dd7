import { readAll, remove, save } from '../../storage/database';
import { isSavedRun, type SavedRun } from './savedRun';

/** Stores runs beyond the visit, each on its own, so that two tabs don't overwrite each other's. */
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
