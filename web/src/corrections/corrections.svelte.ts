import { type Correction, joined, without } from './correction';
import { browserCorrectionStore, type CorrectionStore } from './correctionStore';

type Write = (store: CorrectionStore) => Promise<void>;

/** The drawings that a person has put right, in the browser's keeping where it allows that. */
export class Corrections {
  all = $state.raw<readonly Correction[]>([]);
  open = $state(false);
  /** The browser does not keep them: they last as long as the page. */
  unsaved = $state(false);
  /** What was removed last, until something else is changed. */
  removed = $state.raw<readonly Correction[]>([]);
  /** Changes on their way into the browser's keeping: a page that ends now loses them. */
  private changing = $state(0);
  private last: Promise<void> = Promise.resolve(); // changes are stored in order

  constructor(private readonly store: CorrectionStore = browserCorrectionStore) {}

  get saving(): boolean {
    return this.changing > 0;
  }

  /** Merges the stored corrections with those made by then. */
  async start(): Promise<void> {
    try {
      this.all = joined(await this.store.read(), this.all);
    } catch {
      this.unsaved = true;
    }
  }

  add(more: readonly Correction[]): Promise<void> {
    this.removed = [];
    return this.change(joined(this.all, more), (store) => store.save(more));
  }

  remove(gone: readonly Correction[]): Promise<void> {
    this.removed = gone;
    return this.change(without(this.all, gone), (store) => store.remove(gone));
  }

  /** They come back at the end. */
  undo(): Promise<void> {
    return this.add(this.removed);
  }

  private change(all: readonly Correction[], write: Write): Promise<void> {
    this.all = all;
    this.changing += 1;
    this.last = this.last.then(() => this.write(write));
    return this.last;
  }

  private async write(write: Write): Promise<void> {
    try {
      // If an earlier write failed, store everything.
      if (this.unsaved) await this.store.save(this.all);
      await write(this.store);
      this.unsaved = false;
    } catch {
      this.unsaved = true;
    }
    this.changing -= 1;
  }
}
