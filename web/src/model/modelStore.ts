// Saves the model in use, so that the next visit reads with it. The built-in model isn't saved.
import { readOne, remove, save } from '../storage/database';
import { readSetting, writeSetting } from '../storage/localSetting';
import { adapted, builtIn, type ModelLabel } from './modelLabel';

const origins = ['shipped', 'trained', 'file', 'adapted'] as const;
export type Origin = (typeof origins)[number];

export interface UsedModel {
  bytes: Uint8Array;
  origin: Origin;
  label: ModelLabel;
}

export interface SavedModel extends UsedModel {
  /** The model before it learned corrections; null if it learned none, or if unknown. */
  before: UsedModel | null;
}

/** Stores one model beyond the visit. Rejects if the browser denies storage or is out of space. */
export interface ModelStore {
  read(): Promise<SavedModel | undefined>;
  write(model: SavedModel | null): Promise<void>;
}

// Their names are older than the saving of models that weren't adapted.
const name = 'adapted-model';
const key = 'adapted';

/** A model as versions before this one may have saved it. */
type EarlierModel = Pick<SavedModel, 'bytes'> &
  Partial<UsedModel> & { before: (Omit<UsedModel, 'label'> & Partial<UsedModel>) | null };

function completed({
  bytes,
  origin = 'adapted',
  label = adapted,
  before,
}: EarlierModel): SavedModel {
  return { bytes, origin, label, before: before && { ...before, label: before.label ?? builtIn } };
}

const isOrigin = (value: unknown): value is Origin => origins.some((origin) => origin === value);

function isSaved(value: unknown): value is EarlierModel {
  const { bytes, origin, before } = (value ?? {}) as Partial<SavedModel>;
  if (!(bytes instanceof Uint8Array) || (origin !== undefined && !isOrigin(origin))) return false;
  return before === null || (before?.bytes instanceof Uint8Array && isOrigin(before.origin));
}

async function readSaved(): Promise<SavedModel | undefined> {
  const saved = await readOne('models', key, isSaved);
  return saved ? completed(saved) : undefined;
}

// The setting says whether there is a model, so that most visitors never wait for the database.
const hasSaved = () => readSetting(name, name) === 'kept';

export const browserModelStore: ModelStore = {
  read: async () => (hasSaved() ? readSaved() : undefined),
  write: async (model) => {
    if (!model && !hasSaved()) return;
    // First, so that a write of null right after this one isn't skipped.
    writeSetting(name, model ? 'kept' : 'none');
    try {
      await (model ? save('models', [[key, model]]) : remove('models', [key]));
    } catch (failure) {
      writeSetting(name, 'none'); // an older model doesn't come back
      throw failure;
    }
  },
};
