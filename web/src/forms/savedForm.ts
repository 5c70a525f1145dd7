import type { Form, FormDraft } from '../protocol/forms';
import { isCustom } from './fields';

/** One of the user's forms. */
export interface SavedForm {
  id: string; // of this entry; unlike the id in `form`, it never changes
  form: FormDraft; // as edited; the areas of a custom form are fractions of its blank picture
  /**
   * The form each time it was printed or saved, latest last: sheets of all of these can be read. A custom
   * form has one version, whose boxes are placed relative to its anchor.
   */
  versions: readonly Form[];
  createdAt: number; // see now()
}

export const maxForms = 60;
const maxVersions = 20;

/** Adds a version, or makes it the latest if it is there already. The oldest beyond the limit is dropped. */
export function withVersion(saved: SavedForm, form: Form): SavedForm {
  if (isCustom(form)) return { ...saved, versions: [form] };
  const others = saved.versions.filter(({ id }) => id !== form.id);
  return { ...saved, versions: [...others, form].slice(-maxVersions) };
}

/** The forms that a picture may show: all versions of printed forms, and the selected custom form. */
export function readableForms(all: readonly SavedForm[], customId: string | null): Form[] {
  const candidates = all.filter(({ id, form }) => !isCustom(form) || id === customId);
  const byId = new Map(
    candidates.flatMap(({ versions }) => versions).map((form) => [form.id, form]),
  );
  return [...byId.values()];
}
