import { type Correction, joined, without } from './correction';
import { browserCorrectionStore, type CorrectionStore } from './correctionStore';

type Write = (store: CorrectionStore) => Promise<void>;

/** The digits that a person has corrected, saved in the browser if it allows that. */
export class Corrections {
  all = $state.raw<readonly Correction[]>([]);
  open = $state(false);
  /** True if the browser can't store corrections. Then they last until the page is closed. */
  unsaved = $state(false);
  /** The corrections removed last, until the next change. */
  removed = $state.raw<readonly Correction[]>([]);
  /** The number of pending writes. They are lost if the page closes now. */
  private changing = $state(0);
  private last: Promise<void> = Promise.resolve(); // writes happen in order

  constructor(private readonly store: CorrectionStore = browserCorrectionStore) {}

  get saving(): boolean {
    return this.changing > 0;
  }

  /** Merges the stored corrections with those made since the page opened. */
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

  /** Restores the removed corrections at the end of the list. */
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
