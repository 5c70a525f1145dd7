import { describeError } from '../kit/describeError';
import type { Problem } from '../kit/problems.svelte';
import { messages } from '../messages';
import type { FormDraft } from '../protocol/forms';
import { isCustom } from './fields';
import { parsedForm } from './formFile';
import type { Forms } from './forms.svelte';
import { blankSheet } from './custom/blankSheet';

/** Forms on their way from files. Of several chosen in turn the last one counts. */
export class FormLoader {
  private fault = $state.raw<{ name: string; failure: unknown } | null>(null);

  constructor(private readonly forms: Forms) {}

  /** What happened, and what is unchanged; null where all went well. */
  get problem(): Omit<Problem, 'place'> | null {
    if (!this.fault) return null;
    const { name, failure } = this.fault;
    const said = describeError(failure);
    const happened = { ...said, text: `${name}: ${said.text}` };
    return { happened, unchanged: messages.forms.load.unchanged, advice: '' };
  }

  clear(): void {
    this.fault = null;
  }

  /** A form as it was saved: it may have been printed, so its sheets are read from now on. */
  async load(file: File): Promise<void> {
    this.clear();
    try {
      await this.keep(parsedForm(await file.text()));
    } catch (failure) {
      this.fault = { name: file.name, failure };
    }
  }

  /** The picture of a blank sheet becomes a form with no fields yet. */
  async openBlank(file: File): Promise<void> {
    this.clear();
    try {
      const blank = await blankSheet(file);
      const name = file.name.replace(/\.[^.]*$/, '') || messages.forms.custom.title;
      const form: FormDraft = { name, page: 'A4', anchor: 'picture', rows: 1, fields: [] };
      this.forms.screen = { id: this.forms.add(form, [], blank).id };
    } catch (failure) {
      this.fault = { name: file.name, failure };
    }
  }

  private async keep(draft: FormDraft): Promise<void> {
    const { form } = await this.forms.engine.call('make_form', draft);
    const { id } = this.forms.add(form, [form]);
    if (isCustom(form)) this.forms.chooseCustom(id);
    this.forms.screen = { id };
  }
}
