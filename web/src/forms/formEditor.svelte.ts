import { startingWith, changed as step, type UndoHistory, undone } from '../ink/undo';
import type { Form, FormDraft, MadeForm } from '../protocol/forms';
import { newestOnly } from '../shared/newest';
import { faultsOf, isFaultless, normalised } from './faults';

/** Checks and completes a form in the engine, and lays out its pages. */
export type Make = (form: FormDraft) => Promise<MadeForm>;

interface Options {
  make: Make;
  /** Called with each valid state. */
  save: (form: FormDraft) => void;
}

/** A form being edited. Every edit can be undone. Each valid state is saved, and made by the engine. */
export class FormEditor {
  private history: UndoHistory<FormDraft>;
  private lastGroup = ''; // of edits that are one undo step, such as the keystrokes in a field
  readonly form = $derived.by(() => this.history.present);
  readonly faults = $derived.by(() => faultsOf(this.form));
  readonly faultless = $derived.by(() => isFaultless(this.faults));
  private latest = $state.raw<{ draft: FormDraft; made: MadeForm } | null>(null);
  private refusal = $state.raw<{ draft: FormDraft; failure: unknown } | null>(null);
  private readonly requestMake: (form: FormDraft) => void;

  constructor(
    form: FormDraft,
    private readonly options: Options,
  ) {
    this.history = $state.raw(startingWith(form));
    this.requestMake = newestOnly((draft) => this.make(draft));
    this.requestMake(form);
  }

  get canUndo(): boolean {
    return this.history.past.length > 0;
  }

  /** The last result of the engine, which may be of an earlier state of the form. */
  get made(): MadeForm | null {
    return this.latest?.made ?? null;
  }

  /** The current state as the engine completed it, or null if it is invalid or still being made. */
  get current(): Form | null {
    return this.latest?.draft === this.form ? this.latest.made.form : null;
  }

  /** Why the engine rejects the current state, or null. */
  get failure(): unknown {
    return this.refusal?.draft === this.form ? this.refusal.failure : null;
  }

  /** Consecutive edits of the same `group` are one undo step. Without a group, each is its own. */
  edit(form: FormDraft, group = ''): void {
    if (form === this.form) return;
    const continues = group !== '' && group === this.lastGroup;
    this.history = continues ? { ...this.history, present: form } : step(this.history, form);
    this.lastGroup = group;
    this.changed();
  }

  undo(): void {
    this.history = undone(this.history);
    this.lastGroup = '';
    this.changed();
  }

  private changed(): void {
    if (!this.faultless) return;
    this.options.save(this.form);
    this.requestMake(this.form);
  }

  private async make(form: FormDraft): Promise<void> {
    if (!isFaultless(faultsOf(form))) return;
    try {
      const made = await this.options.make(normalised(form));
      this.latest = { draft: form, made };
      this.refusal = null;
    } catch (failure) {
      this.refusal = { draft: form, failure };
    }
  }
}
