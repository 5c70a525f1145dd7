// Example forms, and fakes of the browser's storage and the engine.
import type { FormStore } from '#web/forms/formStore';
import type { SavedForm } from '#web/forms/savedForm';
import type { Form, FormDraft } from '#web/protocol/forms';

export const marks: FormDraft = {
  name: 'Marks',
  page: 'A4',
  anchor: 'marks',
  rows: 25,
  fields: [
    { name: 'No.', kind: 'id', boxes: 2 },
    { name: 'Points', kind: 'digits', boxes: 3 },
  ],
};

export const custom: FormDraft = {
  name: 'Sudoku',
  page: 'A4',
  anchor: 'picture',
  rows: 1,
  fields: [{ name: 'A1', kind: 'digits', boxes: 1, area: [0.1, 0.2, 0.3, 0.4] }],
};

/** The form as the engine would complete it. */
export const completed = (form: FormDraft, id = 'K7Q2M9'): Form => ({
  ...form,
  format: 'inkling-form',
  version: 1,
  id,
});

/** Storage in memory, to which access can be denied. */
export class FakeFormStore implements FormStore {
  forms = new Map<string, SavedForm>();
  blanks = new Map<string, Blob>();
  denied = false;

  async read() {
    this.ask();
    return [...this.forms.values()].sort((one, other) => one.createdAt - other.createdAt);
  }

  async save(form: SavedForm) {
    this.ask();
    this.forms.set(form.id, form);
  }

  async saveBlank(id: string, picture: Blob) {
    this.ask();
    this.blanks.set(id, picture);
  }

  async blank(id: string) {
    this.ask();
    return this.blanks.get(id) ?? null;
  }

  async remove(id: string) {
    this.ask();
    this.forms.delete(id);
    this.blanks.delete(id);
  }

  private ask() {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
  }
}
