import { describeError } from '../kit/describeError';
import type { Problem } from '../kit/problems.svelte';
import { messages } from '../messages';
import type { FormDraft } from '../protocol/forms';
import { pictureFailure } from '../shared/pictureName';
import { blankSheet } from './custom/blankSheet';
import { isCustom } from './fields';
import { parseFormFile } from './formFile';
import type { Forms } from './forms.svelte';

/** Loads forms from files, and reports the last file that failed. */
export class FormLoader {
  private lastError = $state.raw<{ name: string; failure: unknown } | null>(null);

  constructor(private readonly forms: Forms) {}

  /** The error to show, or null. */
  get problem(): Omit<Problem, 'place'> | null {
    if (!this.lastError) return null;
    const { name, failure } = this.lastError;
    const error = describeError(failure);
    const happened = { ...error, text: messages.labelled({ name, text: error.text }) };
    return { happened, unchanged: messages.forms.load.unchanged, advice: '' };
  }

  clear(): void {
    this.lastError = null;
  }

  /** Adds a saved form, and opens it. */
  async open(file: File): Promise<void> {
    const id = await this.load(file);
    if (id) this.forms.screen = { id };
  }

  /**
   * Adds a saved form. It may have been printed before, so its sheets can be read from now on. Returns its id,
   * or null if the file can't be read.
   */
  async load(file: File): Promise<string | null> {
    this.clear();
    try {
      return await this.add(parseFormFile(await file.text()));
    } catch (failure) {
      this.lastError = { name: file.name, failure };
      return null;
    }
  }

  /** Creates a custom form without fields over the picture of a blank sheet. */
  async openBlank(file: File): Promise<void> {
    this.clear();
    try {
      const blank = await blankSheet(file);
      const name = file.name.replace(/\.[^.]*$/, '') || messages.forms.custom.title;
      const form: FormDraft = { name, page: 'A4', anchor: 'picture', rows: 1, fields: [] };
      this.forms.screen = { id: this.forms.add(form, [], blank).id };
    } catch (failure) {
      this.lastError = { name: file.name, failure: pictureFailure(file.name, failure) };
    }
  }

  private async add(draft: FormDraft): Promise<string> {
    const { form } = await this.forms.engine.call('make_form', draft);
    const { id } = this.forms.add(form, [form]);
    if (isCustom(form)) this.forms.chooseCustom(id);
    return id;
  }
}
