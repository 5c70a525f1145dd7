import { del, get, set } from 'idb-keyval';
import type { Origin } from '../../model/model.svelte';
import { readSetting, writeSetting } from '../../shared/localSetting';

/** A model that learned from corrections, and the one that it came from where that is known. */
export interface Adapted {
  bytes: Uint8Array;
  before: { bytes: Uint8Array; origin: Origin } | null;
}

/** Stores it beyond the visit. Rejects if the browser denies storage or is out of space. */
export interface AdaptedModelStore {
  read(): Promise<Adapted | undefined>;
  write(adapted: Adapted | null): Promise<void>;
}

const name = 'adapted-model';

export const browserAdaptedModelStore: AdaptedModelStore = {
  // Asked for before the first digit is read: who has none does not wait for the database.
  read: async () => (readSetting(name) === 'kept' ? get<Adapted>(name) : undefined),
  write: async (adapted) => {
    writeSetting(name, adapted ? 'kept' : 'none');
    await (adapted ? set(name, adapted) : del(name));
  },
};
