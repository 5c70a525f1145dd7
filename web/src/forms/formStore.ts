import type { Form, FormDraft } from '../protocol/forms';
import { readAll, readOne, remove, save } from '../storage/database';
import { formFrom } from './formFile';
import type { SavedForm } from './savedForm';

/** Persistent storage of forms. Its methods reject if the browser denies storage or is out of space. */
export interface FormStore {
  /** Oldest first. */
  read(): Promise<SavedForm[]>;
  save(form: SavedForm): Promise<void>;
  saveBlank(id: string, picture: Blob): Promise<void>;
  blank(id: string): Promise<Blob | null>;
  remove(id: string): Promise<void>;
}

type Unknown<Type> = { [Field in keyof Type]?: unknown };

const isDraft = (value: unknown): value is FormDraft => formFrom(value) !== null;

const isVersion = (value: unknown): value is Form =>
  isDraft(value) && typeof value.id === 'string' && value.id !== '';

/** Stored values aren't trusted: another version of the page may have written them. */
export function isSavedForm(value: unknown): value is SavedForm {
  const { id, form, versions, createdAt } = (value ?? {}) as Unknown<SavedForm>;
  return (
    typeof id === 'string' &&
    isDraft(form) &&
    Array.isArray(versions) &&
    versions.every(isVersion) &&
    Number.isFinite(createdAt)
  );
}

const isPicture = (value: unknown): value is Blob => value instanceof Blob;

export const browserFormStore: FormStore = {
  async read() {
    const all = await readAll('forms', isSavedForm);
    return all.sort((one, other) => one.createdAt - other.createdAt);
  },
  save: (form) => save('forms', [[form.id, form]]),
  saveBlank: (id, picture) => save('blankForms', [[id, picture]]),
  blank: (id) => readOne('blankForms', id, isPicture),
  async remove(id) {
    await remove('forms', [id]);
    await remove('blankForms', [id]);
  },
};
