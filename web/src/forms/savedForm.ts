import type { Form, FormDraft } from '../protocol/forms';
import { isOwn } from './fields';

/** A form of the person's, with what was given out of it. */
export interface SavedForm {
  id: string; // among the saved ones
  form: FormDraft; // as it is edited; of one's own, with areas in shares of the blank picture where there is one
  /** As it was printed or saved, the latest last: sheets of each can be read. Of one's own, where its boxes are placed. */
  given: readonly Form[];
  made: number; // orders them: later ones have more
}

export const mostForms = 60;
const mostGiven = 20;

/** With one more that was given out, or again. */
export function withGiven(saved: SavedForm, form: Form): SavedForm {
  if (isOwn(form)) return { ...saved, given: [form] };
  const others = saved.given.filter(({ id }) => id !== form.id);
  return { ...saved, given: [...others, form].slice(-mostGiven) };
}

/** By which pictures are read: every form that may have been printed, and the one of one's own that was chosen. */
export function readableForms(all: readonly SavedForm[], own: string | null): Form[] {
  const shown = all.filter((saved) => !isOwn(saved.form) || saved.id === own);
  const byId = new Map(shown.flatMap(({ given }) => given).map((form) => [form.id, form]));
  return [...byId.values()];
}
