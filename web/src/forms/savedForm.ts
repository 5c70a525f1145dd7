import type { Form, FormDraft } from '../protocol/forms';
import { isCustom } from './fields';

/** A form of the person's, with what was given out of it. */
export interface SavedForm {
  id: string; // among the saved ones
  form: FormDraft; // as it is edited; a custom form has areas as shares of its blank picture
  /** As it was printed or saved, the latest last: sheets of each can be read. A custom form has one, with its boxes placed. */
  given: readonly Form[];
  made: number; // orders them: later ones have more
}

export const mostForms = 60;
const mostGiven = 20;

/** With one more that was given out, or again. */
export function withGiven(saved: SavedForm, form: Form): SavedForm {
  if (isCustom(form)) return { ...saved, given: [form] };
  const others = saved.given.filter(({ id }) => id !== form.id);
  return { ...saved, given: [...others, form].slice(-mostGiven) };
}

/** By which pictures are read: every form that may have been printed, and the custom form that was chosen. */
export function readableForms(all: readonly SavedForm[], custom: string | null): Form[] {
  const shown = all.filter((saved) => !isCustom(saved.form) || saved.id === custom);
  const byId = new Map(shown.flatMap(({ given }) => given).map((form) => [form.id, form]));
  return [...byId.values()];
}
