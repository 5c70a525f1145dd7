import { type Origin, origins } from '../../model/model.svelte';
import { adapted, builtIn, type ModelLabel } from '../../model/modelLabel';
import { readAll, remove, save } from '../../storage/database';
import { readSetting, writeSetting } from '../../storage/localSetting';

/** A model adapted to corrections, and the model before it, if known. */
export interface Adapted {
  bytes: Uint8Array;
  label: ModelLabel;
  before: { bytes: Uint8Array; origin: Origin; label: ModelLabel } | null;
}

/** Stores the adapted model beyond the visit. Rejects if the browser denies storage or is out of space. */
export interface AdaptedModelStore {
  read(): Promise<Adapted | undefined>;
  write(adapted: Adapted | null): Promise<void>;
}

const name = 'adapted-model';

/** Adds labels to models saved by earlier versions of the page. */
function labelled({ bytes, label = adapted, before }: Adapted): Adapted {
  return { bytes, label, before: before && { ...before, label: before.label ?? builtIn } };
}

function isAdapted(value: unknown): value is Adapted {
  const { bytes, before } = (value ?? {}) as Partial<Adapted>;
  if (!(bytes instanceof Uint8Array)) return false;
  return (
    before === null || (before?.bytes instanceof Uint8Array && origins.includes(before.origin))
  );
}

async function readSaved(): Promise<Adapted | undefined> {
  const [saved] = await readAll('models', isAdapted);
  return saved && labelled(saved);
}

export const browserAdaptedModelStore: AdaptedModelStore = {
  // Runs before the first digit is read, so visitors without an adapted model don't wait for the database.
  read: async () => (readSetting(name, name) === 'kept' ? readSaved() : undefined),
  write: async (adapted) => {
    writeSetting(name, adapted ? 'kept' : 'none');
    await (adapted ? save('models', [['adapted', adapted]]) : remove('models', ['adapted']));
  },
};
