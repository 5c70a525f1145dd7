import { changed, startingWith, undone } from '../../ink/undo';
import { newId } from '../runs/savedRun';
import { type Joined, joinSymbols, type NamedDrawings } from './joinSymbols';
import { browserSymbolStore, type SymbolStore } from './symbolStore';
import {
  cleanName,
  drawingCount,
  nameFault,
  neediest,
  replaced,
  type SymbolDrawing,
  type UserSymbol,
} from './userSymbol';

/** The symbols that the person draws. Every change can be undone, and is stored. */
export class UserSymbols {
  private history = $state.raw(startingWith<readonly UserSymbol[]>([]));
  private chosen = $state('');
  /** True if the browser couldn't store them. */
  unsaved = $state(false);
  private changing = $state(0); // number of pending writes
  readonly all = $derived(this.history.present);
  readonly drawings = $derived(drawingCount(this.all));
  readonly neediest = $derived(neediest(this.all));
  /** The symbol being drawn. */
  readonly selected = $derived(
    this.all.find(({ id }) => id === this.chosen) ?? this.all[0] ?? null,
  );
  private started: Promise<void> | null = null;
  private last: Promise<void> = Promise.resolve(); // writes happen in order

  constructor(private readonly store: SymbolStore = browserSymbolStore) {}

  get canUndo(): boolean {
    return this.history.past.length > 0;
  }

  get saving(): boolean {
    return this.changing > 0;
  }

  /** Loads the stored symbols once, and puts them before those added since the page opened. */
  start(): Promise<void> {
    this.started ??= this.read();
    return this.started;
  }

  select(symbol: UserSymbol): void {
    this.chosen = symbol.id;
  }

  /** Adds and selects a symbol. Does nothing if the name is invalid. */
  add(name: string): void {
    if (nameFault(name, this.all)) return;
    const symbol = { id: newId(), name: cleanName(name), drawings: [] };
    this.change([...this.all, symbol]);
    this.select(symbol);
  }

  rename(symbol: UserSymbol, name: string): void {
    if (nameFault(name, this.all, symbol) || cleanName(name) === symbol.name) return;
    this.change(replaced(this.all, { ...symbol, name: cleanName(name) }));
  }

  /** Removes a symbol and selects its neighbour. */
  remove(symbol: UserSymbol): void {
    const at = this.all.indexOf(symbol);
    const rest = this.all.filter((one) => one !== symbol);
    this.change(rest);
    const next = rest[at] ?? rest.at(-1);
    if (next) this.select(next);
  }

  addDrawing(symbol: UserSymbol, drawing: SymbolDrawing): void {
    this.change(replaced(this.all, { ...symbol, drawings: [...symbol.drawings, drawing] }));
  }

  removeDrawing(symbol: UserSymbol, drawing: SymbolDrawing): void {
    const drawings = symbol.drawings.filter((one) => one !== drawing);
    this.change(replaced(this.all, { ...symbol, drawings }));
  }

  join(more: readonly NamedDrawings[]): Joined {
    const joined = joinSymbols(this.all, more, newId);
    this.change(joined.symbols);
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

  private change(to: readonly UserSymbol[]): void {
    const before = this.all;
    this.history = changed(this.history, to);
    this.storeChange(before);
  }

  private storeChange(before: readonly UserSymbol[]): void {
    const now = this.all;
    const ids = new Set(now.map(({ id }) => id));
    const known = new Set(before);
    const made = now.filter((symbol) => !known.has(symbol));
    const removed = before.filter(({ id }) => !ids.has(id));
    this.changing += 1;
    this.last = this.last.then(() => this.write(made, removed));
  }

  private async write(made: readonly UserSymbol[], removed: readonly UserSymbol[]): Promise<void> {
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
