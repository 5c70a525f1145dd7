import { type Origin, origins } from '../../model/model.svelte';
import { readAll, remove, save } from '../../storage/database';
import { readSetting, writeSetting } from '../../storage/localSetting';

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

function isAdapted(value: unknown): value is Adapted {
  const { bytes, before } = (value ?? {}) as Partial<Adapted>;
  if (!(bytes instanceof Uint8Array)) return false;
  return (
    before === null || (before?.bytes instanceof Uint8Array && origins.includes(before.origin))
  );
}

export const browserAdaptedModelStore: AdaptedModelStore = {
  // Asked for before the first digit is read: who has none does not wait for the database.
  read: async () =>
    readSetting(name, name) === 'kept' ? (await readAll('models', isAdapted))[0] : undefined,
  write: async (adapted) => {
    writeSetting(name, adapted ? 'kept' : 'none');
    await (adapted ? save('models', [['adapted', adapted]]) : remove('models', ['adapted']));
  },
};
