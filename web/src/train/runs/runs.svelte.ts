import { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { maxBytes, RunRefusal, runIn } from './runFile';
import { numbered } from './runName';
import { browserRunStore, type RunStore } from './runStore';
import type { SavedRun } from './savedRun';
import { newId } from './savedRun';

const unlike = (gone: readonly SavedRun[]) => (run: SavedRun) =>
  !gone.some(({ id }) => id === run.id);

function sentenceOf({ reason, field }: RunRefusal): string {
  const sentences = messages.runs.refused;
  if (reason === 'damaged') return sentences.damaged({ field });
  return reason === 'tooLarge' ? sentences.tooLarge({ limit: maxBytes }) : sentences[reason];
}

/** The finished runs, stored in the browser if it allows that. */
export class Runs {
  all = $state.raw<readonly SavedRun[]>([]);
  /** Runs that the browser couldn't store. They last until the page is closed. */
  unsaved = $state.raw<readonly SavedRun[]>([]);
  /** The runs removed last, until the next change. */
  removed = $state.raw<readonly SavedRun[]>([]);
  readonly problems = new Problems<'runs'>();

  constructor(private readonly store: RunStore = browserRunStore) {}

  /** Merges the stored runs with those added since the page opened. */
  async start(): Promise<void> {
    const saved = await this.store.read().catch(() => []);
    const unnumbered = saved.filter(({ number }) => !number);
    this.all = numbered([...this.all, ...saved.filter(unlike(this.all))]);
    await Promise.all(unnumbered.map(({ id }) => this.rewrite(id)));
  }

  /** Returns whether the browser stored it. */
  async add(run: SavedRun): Promise<boolean> {
    this.removed = [];
    this.all = numbered([run, ...this.all.filter(unlike([run]))]);
    return this.rewrite(run.id);
  }

  async rename(id: string, name: string): Promise<void> {
    const run = this.all.find((one) => one.id === id);
    if (!run) return;
    const renamed = { ...run, name: name.trim().slice(0, 200) || run.network };
    this.all = this.all.map((one) => (one.id === run.id ? renamed : one));
    await this.rewrite(id);
  }

  async remove(gone: readonly SavedRun[]): Promise<void> {
    this.removed = gone;
    this.all = this.all.filter(unlike(gone));
    this.unsaved = this.unsaved.filter(unlike(gone));
    await Promise.all(gone.map(({ id }) => this.store.remove(id).catch(() => {})));
  }

  async undo(): Promise<void> {
    const back = this.removed;
    this.removed = [];
    this.all = [...this.all, ...back];
    await Promise.all(back.map((run) => this.write(run)));
  }

  /** Loads a run from a file. If it is already there, adds a copy. */
  async load(file: File): Promise<void> {
    this.problems.clear();
    try {
      const run = await runIn(file);
      const known = this.all.some(({ id }) => id === run.id);
      await this.add(known ? { ...run, id: newId() } : run);
    } catch (error) {
      const refusal = error instanceof RunRefusal ? error : new RunRefusal('damaged', file.name);
      const happened = { text: sentenceOf(refusal), english: false };
      const { unchanged, advice } = messages.runs;
      this.problems.current = { place: 'runs', happened, unchanged, advice };
    }
  }

  /** Stores the run as it is now. */
  private async rewrite(id: string): Promise<boolean> {
    const run = this.all.find((one) => one.id === id);
    return run !== undefined && (await this.write(run));
  }

  private async write(run: SavedRun): Promise<boolean> {
    const others = this.unsaved.filter(unlike([run]));
    try {
      await this.store.write(run);
      this.unsaved = others;
      return true;
    } catch {
      this.unsaved = [...others, run];
      return false;
    }
  }
}
