import type { EngineClient } from '../engine/client';
import type { Form, FormDraft } from '../protocol/forms';
import { now } from '../shared/now';
import { readSetting, writeSetting } from '../storage/localSetting';
import { isCustom } from './fields';
import { browserFormStore, type FormStore } from './formStore';
import { maxForms, readableForms, type SavedForm, withVersion } from './savedForm';

/** What the forms view shows: nothing, the list of forms, or the form with this id. */
export type Screen = 'none' | 'all' | { id: string };

const customSetting = 'custom-form';

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');

/** The user's forms, saved in the browser where it allows that. */
export class Forms {
  all = $state.raw<readonly SavedForm[]>([]);
  screen = $state.raw<Screen>('none');
  /** The browser can't store the forms, so they are lost when the page closes. */
  unsaved = $state(false);
  /** For undo. */
  lastRemoved = $state.raw<SavedForm | null>(null);
  /** The custom form that pictures without a sheet code are read as. */
  private customId = $state(readSetting(customSetting));
  readonly custom = $derived(
    this.all.find(({ id, form }) => id === this.customId && isCustom(form)) ?? null,
  );
  readonly readable = $derived(readableForms(this.all, this.custom?.id ?? null));
  private readonly blanks = new Map<string, Blob>(); // added or removed since the page was opened
  private loading: Promise<void> | null = null;
  private lastWrite: Promise<void> = Promise.resolve(); // writes run one after the other

  constructor(
    readonly engine: Pick<EngineClient<'sheets'>, 'call'>,
    private readonly store: FormStore = browserFormStore,
  ) {}

  /** Loads the stored forms, on the first call only, and puts them before those added meanwhile. */
  start(): Promise<void> {
    this.loading ??= this.load();
    return this.loading;
  }

  get full(): boolean {
    return this.all.length >= maxForms;
  }

  readonly shown = $derived.by(() => {
    const { screen } = this;
    return typeof screen === 'string' ? null : this.find(screen.id);
  });

  find(id: string): SavedForm | null {
    return this.all.find((saved) => saved.id === id) ?? null;
  }

  chooseCustom(id: string | null): void {
    this.customId = id;
    writeSetting(customSetting, id ?? '');
  }

  /** `blank` is the picture of the blank sheet of a custom form. */
  add(form: FormDraft, versions: readonly Form[] = [], blank: Blob | null = null): SavedForm {
    const saved = { id: newId(), form, versions, createdAt: now() };
    this.all = [...this.all, saved];
    if (blank) this.saveBlank(saved.id, blank);
    this.write(() => this.store.save(saved));
    return saved;
  }

  change(id: string, changes: Partial<Omit<SavedForm, 'id'>>): void {
    this.all = this.all.map((saved) => (saved.id === id ? { ...saved, ...changes } : saved));
    const changed = this.find(id);
    if (changed) this.write(() => this.store.save(changed));
  }

  /** Records the form as it is printed or saved, so that its sheets can be read after further edits. */
  addVersion(id: string, form: Form): void {
    const saved = this.find(id);
    if (saved) this.change(id, withVersion(saved, form));
  }

  /** The copy of a printed form gets an id of its own, as its sheets have another name on them. */
  async duplicate({ id, form, versions }: SavedForm, name: string): Promise<void> {
    const blank = await this.blankOf(id);
    const { id: _, ...rest } = form;
    this.add({ ...rest, name }, isCustom(form) ? versions : [], blank);
  }

  remove(id: string): void {
    this.lastRemoved = this.find(id);
    this.all = this.all.filter((saved) => saved.id !== id);
    this.write(async () => {
      await this.blankOf(id).then((blank) => blank && this.blanks.set(id, blank));
      await this.store.remove(id);
    });
  }

  restore(): void {
    const removed = this.lastRemoved;
    if (!removed) return;
    this.lastRemoved = null;
    this.all = [...this.all, removed].sort((one, other) => one.createdAt - other.createdAt);
    this.write(async () => {
      await this.store.save(removed);
      const blank = this.blanks.get(removed.id);
      if (blank) await this.store.saveBlank(removed.id, blank);
    });
  }

  /** The picture of the blank sheet, or null if the form has none or it was lost. */
  async blankOf(id: string): Promise<Blob | null> {
    return this.blanks.get(id) ?? this.store.blank(id).catch(() => null);
  }

  private saveBlank(id: string, blank: Blob): void {
    this.blanks.set(id, blank);
    this.write(() => this.store.saveBlank(id, blank));
  }

  private async load(): Promise<void> {
    try {
      this.all = [...(await this.store.read()), ...this.all];
    } catch {
      this.unsaved = true;
    }
  }

  private write(change: () => Promise<void>): void {
    this.lastWrite = this.lastWrite.then(change).catch(() => {
      this.unsaved = true;
    });
  }
}
