// Saves the model in use, so that the next visit reads with it. The built-in model isn't saved.
import { readAll, remove, save } from '../storage/database';
import { readSetting, writeSetting } from '../storage/localSetting';
import { adapted, builtIn, type ModelLabel } from './modelLabel';

export const origins = ['shipped', 'trained', 'file', 'adapted'] as const;
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

// Earlier versions saved adapted models only.
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
  const [saved] = await readAll('models', isSaved);
  return saved && completed(saved);
}

// The setting says whether there is a model, so that most visitors never wait for the database.
const hasSaved = () => readSetting(name, name) === 'kept';

export const browserModelStore: ModelStore = {
  read: async () => (hasSaved() ? readSaved() : undefined),
  write: async (model) => {
    if (!model && !hasSaved()) return;
    writeSetting(name, model ? 'kept' : 'none');
    await (model ? save('models', [[key, model]]) : remove('models', [key]));
  },
};
