import { changed, startingWith, undone } from '../../ink/undo';
import { newId } from '../runs/savedRun';
import { type Joined, joinSigns, type NamedDrawings } from './joinSigns';
import {
  cleanName,
  drawingCount,
  nameFault,
  neediest,
  replaced,
  type Sign,
  type SignDrawing,
} from './sign';
import { browserSignStore, type SignStore } from './signStore';

/** The signs that the person draws. Every change can be undone, and is stored. */
export class Signs {
  private history = $state.raw(startingWith<readonly Sign[]>([]));
  private chosen = $state('');
  /** True if the browser couldn't store them. */
  unsaved = $state(false);
  private changing = $state(0); // number of pending writes
  readonly all = $derived(this.history.present);
  readonly drawings = $derived(drawingCount(this.all));
  readonly neediest = $derived(neediest(this.all));
  /** The sign being drawn. */
  readonly selected = $derived(
    this.all.find(({ id }) => id === this.chosen) ?? this.all[0] ?? null,
  );
  private started: Promise<void> | null = null;
  private last: Promise<void> = Promise.resolve(); // writes happen in order

  constructor(private readonly store: SignStore = browserSignStore) {}

  get canUndo(): boolean {
    return this.history.past.length > 0;
  }

  get saving(): boolean {
    return this.changing > 0;
  }

  /** Loads the stored signs once, and puts them before those added since the page opened. */
  start(): Promise<void> {
    this.started ??= this.read();
    return this.started;
  }

  select(sign: Sign): void {
    this.chosen = sign.id;
  }

  /** Adds and selects a sign. Does nothing if the name is invalid. */
  add(name: string): void {
    if (nameFault(name, this.all)) return;
    const sign = { id: newId(), name: cleanName(name), drawings: [] };
    this.change([...this.all, sign]);
    this.select(sign);
  }

  rename(sign: Sign, name: string): void {
    if (nameFault(name, this.all, sign) || cleanName(name) === sign.name) return;
    this.change(replaced(this.all, { ...sign, name: cleanName(name) }));
  }

  /** Removes a sign and selects its neighbour. */
  remove(sign: Sign): void {
    const at = this.all.indexOf(sign);
    const rest = this.all.filter((one) => one !== sign);
    this.change(rest);
    const next = rest[at] ?? rest.at(-1);
    if (next) this.select(next);
  }

  addDrawing(sign: Sign, drawing: SignDrawing): void {
    this.change(replaced(this.all, { ...sign, drawings: [...sign.drawings, drawing] }));
  }

  removeDrawing(sign: Sign, drawing: SignDrawing): void {
    const drawings = sign.drawings.filter((one) => one !== drawing);
    this.change(replaced(this.all, { ...sign, drawings }));
  }

  join(more: readonly NamedDrawings[]): Joined {
    const joined = joinSigns(this.all, more, newId);
    this.change(joined.signs);
    return joined;
  }

  undo(): void {
    const before = this.all;
    this.history = undone(this.history);
    this.storeChange(before);
  }

  private async read(): Promise<void> {
    try {
      const stored = await this.store.read();
      const ids = new Set(stored.map(({ id }) => id));
      const made = this.all.filter(({ id }) => !ids.has(id));
      this.history = { ...startingWith([...stored, ...made]) };
    } catch {
      this.unsaved = true;
    }
  }

  private change(to: readonly Sign[]): void {
    const before = this.all;
    this.history = changed(this.history, to);
    this.storeChange(before);
  }

  private storeChange(before: readonly Sign[]): void {
    const now = this.all;
    const ids = new Set(now.map(({ id }) => id));
    const known = new Set(before);
    const made = now.filter((sign) => !known.has(sign));
    const removed = before.filter(({ id }) => !ids.has(id));
    this.changing += 1;
    this.last = this.last.then(() => this.write(made, removed));
  }

  private async write(made: readonly Sign[], removed: readonly Sign[]): Promise<void> {
    try {
      // After a failed write, stores everything.
      await this.store.save(this.unsaved ? this.all : made);
      await this.store.remove(removed);
      this.unsaved = false;
    } catch {
      this.unsaved = true;
    }
    this.changing -= 1;
  }
}
