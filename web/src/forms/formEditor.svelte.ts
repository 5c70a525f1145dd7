import { startingWith, changed as step, type UndoHistory, undone } from '../ink/undo';
import type { Form, FormDraft, MadeForm } from '../protocol/forms';
import { newestOnly } from '../shared/newest';
import { faultsOf, isFaultless, tidied } from './faults';

/** What the engine makes of a form, or places on a blank sheet. */
export type Make = (form: FormDraft) => Promise<MadeForm>;

interface Options {
  make: Make;
  /** Called with each state that is free of faults. */
  save: (form: FormDraft) => void;
}

/** A form that is being edited: every change can be undone, and is made by the engine once it is free of faults. */
export class FormEditor {
  private history: UndoHistory<FormDraft>;
  private typing = ''; // what the last change was of: typing on is one change
  readonly form = $derived.by(() => this.history.present);
  readonly faults = $derived.by(() => faultsOf(this.form));
  readonly faultless = $derived.by(() => isFaultless(this.faults));
  /** Of the form as it was when it was last free of faults. */
  private latest = $state.raw<{ of: FormDraft; made: MadeForm } | null>(null);
  private refusal = $state.raw<{ of: FormDraft; failure: unknown } | null>(null);
  private readonly ask: (form: FormDraft) => void;

  constructor(
    form: FormDraft,
    private readonly options: Options,
  ) {
    this.history = $state.raw(startingWith(form));
    this.ask = newestOnly((draft) => this.make(draft));
    this.ask(form);
  }

  get canUndo(): boolean {
    return this.history.past.length > 0;
  }

  /** The last sheet that could be made, which may be of an earlier state. */
  get made(): MadeForm | null {
    return this.latest?.made ?? null;
  }

  /** The form as it is now, checked and completed; null while it isn't. */
  get current(): Form | null {
    return this.latest?.of === this.form ? this.latest.made.form : null;
  }

  /** Why the engine refuses the form as it is now. */
  get failure(): unknown {
    return this.refusal?.of === this.form ? this.refusal.failure : null;
  }

  edit(form: FormDraft, by = ''): void {
    if (form === this.form) return;
    const same = by !== '' && by === this.typing;
    this.history = same ? { ...this.history, present: form } : step(this.history, form);
    this.typing = by;
    this.changed();
  }

  undo(): void {
    this.history = undone(this.history);
    this.typing = '';
    this.changed();
  }

  private changed(): void {
    if (!this.faultless) return;
    this.options.save(this.form);
    this.ask(this.form);
  }

  private async make(form: FormDraft): Promise<void> {
    if (!isFaultless(faultsOf(form))) return;
    try {
      const made = await this.options.make(tidied(form));
      this.latest = { of: form, made };
      this.refusal = null;
    } catch (failure) {
      this.refusal = { of: form, failure };
    }
  }
}
