import { del, getMany, keys, set } from 'idb-keyval';
import type { SavedRun } from './savedRun';

/** Where runs outlive the page, each for itself: two tabs lose nothing of each other's. */
export interface RunStore {
  read(): Promise<SavedRun[]>;
  write(run: SavedRun): Promise<void>;
  remove(id: string): Promise<void>;
}

const prefix = 'run:';

export const browserRunStore: RunStore = {
  async read() {
    const names = (await keys<string>()).filter((name) => name.startsWith(prefix));
    const all = await getMany<SavedRun>(names);
    return all.filter((run) => run !== undefined); // another tab may have removed one just now
  },
  write: (run) => set(prefix + run.id, run),
  remove: (id) => del(prefix + id),
};
