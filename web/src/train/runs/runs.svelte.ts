import { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { RunRefusal, runIn } from './runFile';
import { inBrowser, type RunKeep } from './runStore';
import type { KeptRun } from './savedRun';
import { newId } from './savedRun';

const unlike = (gone: readonly KeptRun[]) => (run: KeptRun) =>
  !gone.some(({ id }) => id === run.id);

/** The runs that came to their end, in the browser's keeping where it allows that. */
export class Runs {
  all = $state.raw<readonly KeptRun[]>([]);
  /** Those that the browser did not keep: they last as long as the page. */
  fleeting = $state.raw<readonly KeptRun[]>([]);
  /** What was removed last, until something else is changed. */
  removed = $state.raw<readonly KeptRun[]>([]);
  readonly problems = new Problems<'runs'>();

  constructor(private readonly keep: RunKeep = inBrowser) {}

  /** What was kept before joins what there is by then. */
  async start(): Promise<void> {
    const kept = await this.keep.read().catch(() => []);
    this.all = [...this.all, ...kept.filter(unlike(this.all))];
  }

  /** Whether the browser keeps it. */
  async add(run: KeptRun): Promise<boolean> {
    this.removed = [];
    this.all = [run, ...this.all.filter(unlike([run]))];
    return this.write(run);
  }

  async rename(run: KeptRun, name: string): Promise<void> {
    const renamed = { ...run, name: name.trim().slice(0, 200) || run.network };
    this.all = this.all.map((one) => (one.id === run.id ? renamed : one));
    await this.write(renamed);
  }

  async remove(gone: readonly KeptRun[]): Promise<void> {
    this.removed = gone;
    this.all = this.all.filter(unlike(gone));
    this.fleeting = this.fleeting.filter(unlike(gone));
    await Promise.all(gone.map(({ id }) => this.keep.remove(id).catch(() => {})));
  }

  async undo(): Promise<void> {
    const back = this.removed;
    this.removed = [];
    this.all = [...this.all, ...back];
    await Promise.all(back.map((run) => this.write(run)));
  }

  /** From a file that was saved here or elsewhere; one that is there already stays beside it. */
  async load(file: File): Promise<void> {
    this.problems.clear();
    try {
      const run = await runIn(file);
      const known = this.all.some(({ id }) => id === run.id);
      await this.add(known ? { ...run, id: newId() } : run);
    } catch (error) {
      const { reason, field } =
        error instanceof RunRefusal ? error : new RunRefusal('damaged', file.name);
      const happened = { text: messages.runs.refused[reason](field), english: false };
      const { kept, advice } = messages.runs;
      this.problems.current = { place: 'runs', happened, kept, advice };
    }
  }

  private async write(run: KeptRun): Promise<boolean> {
    const others = this.fleeting.filter(unlike([run]));
    try {
      await this.keep.write(run);
      this.fleeting = others;
      return true;
    } catch {
      this.fleeting = [...others, run];
      return false;
    }
  }
}
