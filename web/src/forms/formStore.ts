import type { Form, FormDraft } from '../protocol/forms';
import { readAll, readOne, remove, save } from '../storage/database';
import { formFrom } from './formFile';
import type { SavedForm } from './savedForm';

/** Where forms outlive the page. Rejects if the browser denies storage or is out of space. */
export interface FormStore {
  /** In the order in which they were made. */
  read(): Promise<SavedForm[]>;
  save(form: SavedForm): Promise<void>;
  saveBlank(id: string, picture: Blob): Promise<void>;
  blank(id: string): Promise<Blob | null>;
  remove(id: string): Promise<void>;
}

type Unknown<Type> = { [Field in keyof Type]?: unknown };

const isForm = (value: unknown): value is FormDraft => formFrom(value) !== null;

const isGiven = (value: unknown): value is Form =>
  isForm(value) && typeof value.id === 'string' && value.id !== '';

/** Another version of the page, or anybody, may have written it. */
export function isSavedForm(value: unknown): value is SavedForm {
  const { id, form, given, made } = (value ?? {}) as Unknown<SavedForm>;
  return (
    typeof id === 'string' &&
    isForm(form) &&
    Array.isArray(given) &&
    given.every(isGiven) &&
    Number.isFinite(made)
  );
}

const isPicture = (value: unknown): value is Blob => value instanceof Blob;

export const browserFormStore: FormStore = {
  async read() {
    const all = await readAll('forms', isSavedForm);
    return all.sort((one, other) => one.made - other.made);
  },
  save: (form) => save('forms', [[form.id, form]]),
  saveBlank: (id, picture) => save('blankForms', [[id, picture]]),
  blank: (id) => readOne('blankForms', id, isPicture),
  async remove(id) {
    await remove('forms', [id]);
    await remove('blankForms', [id]);
  },
};
