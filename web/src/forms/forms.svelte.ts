import type { EngineClient } from '../engine/client';
import type { Form, FormDraft } from '../protocol/forms';
import { now } from '../shared/now';
import { readSetting, writeSetting } from '../storage/localSetting';
import { isCustom } from './fields';
import { browserFormStore, type FormStore } from './formStore';
import { mostForms, readableForms, type SavedForm, withGiven } from './savedForm';

/** What is shown of the forms: nothing, all of them, or the one of this id. */
export type Screen = 'none' | 'all' | { id: string };

const customSetting = 'custom-form';

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');

/** The person's forms, in the browser's keeping where it allows that. */
export class Forms {
  all = $state.raw<readonly SavedForm[]>([]);
  screen = $state.raw<Screen>('none');
  /** The browser does not keep them: they last as long as the page. */
  unsaved = $state(false);
  /** What was removed last, to be brought back. */
  removed = $state.raw<SavedForm | null>(null);
  /** The custom form by which pictures without a code are read. */
  private chosenCustom = $state(readSetting(customSetting));
  readonly custom = $derived(
    this.all.find(({ id, form }) => id === this.chosenCustom && isCustom(form)) ?? null,
  );
  readonly readable = $derived(readableForms(this.all, this.custom?.id ?? null));
  private readonly blanks = new Map<string, Blob>(); // of this visit
  private starting: Promise<void> | null = null;
  private writing: Promise<void> = Promise.resolve(); // changes are stored in order

  constructor(
    readonly engine: Pick<EngineClient<'sheets'>, 'call'>,
    private readonly store: FormStore = browserFormStore,
  ) {}

  /** Once: the stored ones come before those made by then. */
  start(): Promise<void> {
    this.starting ??= this.read();
    return this.starting;
  }

  get full(): boolean {
    return this.all.length >= mostForms;
  }

  /** The one that is shown. */
  readonly shown = $derived.by(() => {
    const { screen } = this;
    return typeof screen === 'string' ? null : this.find(screen.id);
  });

  find(id: string): SavedForm | null {
    return this.all.find((saved) => saved.id === id) ?? null;
  }

  chooseCustom(id: string | null): void {
    this.chosenCustom = id;
    writeSetting(customSetting, id ?? '');
  }

  /** A new one, with the picture of its blank sheet where it has one. */
  add(form: FormDraft, given: readonly Form[] = [], blank: Blob | null = null): SavedForm {
    const saved = { id: newId(), form, given, made: now() };
    this.all = [...this.all, saved];
    if (blank) this.keepBlank(saved.id, blank);
    this.write(() => this.store.save(saved));
    return saved;
  }

  change(id: string, changes: Partial<Omit<SavedForm, 'id'>>): void {
    this.all = this.all.map((saved) => (saved.id === id ? { ...saved, ...changes } : saved));
    const changed = this.find(id);
    if (changed) this.write(() => this.store.save(changed));
  }

  /** Sheets of it are about to be filled in. */
  give(id: string, form: Form): void {
    const saved = this.find(id);
    if (saved) this.change(id, withGiven(saved, form));
  }

  /** The copy has another name, so that its sheets are others. */
  async duplicate({ id, form, given }: SavedForm, name: string): Promise<void> {
    const blank = await this.blankOf(id);
    const { id: _, ...rest } = form;
    this.add({ ...rest, name }, isCustom(form) ? given : [], blank);
  }

  remove(id: string): void {
    this.removed = this.find(id);
    this.all = this.all.filter((saved) => saved.id !== id);
    this.write(async () => {
      await this.blankOf(id).then((blank) => blank && this.blanks.set(id, blank));
      await this.store.remove(id);
    });
  }

  restore(): void {
    const { removed } = this;
    if (!removed) return;
    this.removed = null;
    this.all = [...this.all, removed].sort((one, other) => one.made - other.made);
    this.write(async () => {
      await this.store.save(removed);
      const blank = this.blanks.get(removed.id);
      if (blank) await this.store.saveBlank(removed.id, blank);
    });
  }

  /** Null where there is none. */
  async blankOf(id: string): Promise<Blob | null> {
    return this.blanks.get(id) ?? this.store.blank(id).catch(() => null);
  }

  private keepBlank(id: string, blank: Blob): void {
    this.blanks.set(id, blank);
    this.write(() => this.store.saveBlank(id, blank));
  }

  private async read(): Promise<void> {
    try {
      this.all = [...(await this.store.read()), ...this.all];
    } catch {
      this.unsaved = true;
    }
  }

  private write(change: () => Promise<void>): void {
    this.writing = this.writing.then(change).catch(() => {
      this.unsaved = true;
    });
  }
}
