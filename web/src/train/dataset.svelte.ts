import type { DataOverview, Share } from '../engine/calls';
import type { EngineClient } from '../engine/client';
import { EngineFailure } from '../engine/failure';
import { messages } from '../messages';
import type { Problems } from '../ui/problems.svelte';
import { Gallery } from './data/gallery.svelte';

const sample = { images: 4000, seed: 1 };

type Source = File | typeof sample;

/** The data that training learns from. A file that is refused leaves those that were there. */
export class Dataset {
  overview = $state.raw<DataOverview | null>(null);
  /** Its images, to be looked at; null where there are no data. */
  gallery = $state.raw<Gallery | null>(null);
  name = $state('');
  /** The file that is being read now. */
  opening = $state.raw<{ name: string; share: Share } | null>(null);
  /** Whether the data came through the last time that the worker broke; told when it is known. */
  restored: Promise<boolean> = Promise.resolve(true);
  private source: Source | null = null;
  private restoring = false;
  private canceller = new AbortController();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly problems: Problems,
  ) {
    engine.broke = () => {
      // Data that break the worker once more are lost.
      if (!this.restoring) this.restored = this.restore();
    };
  }

  get trainable(): boolean {
    return this.overview?.summary.labelled ?? false;
  }

  async choose(source: Source = sample): Promise<void> {
    this.cancel();
    this.problems.clear();
    try {
      this.show(source, await this.open(source));
    } catch (failure) {
      const kept = this.overview ? messages.data.kept(this.name) : messages.data.keptNothing;
      const broken = failure instanceof EngineFailure && failure.kind === 'broken';
      const restored = broken ? await this.restored : true;
      this.problems.raise(
        'data',
        failure,
        restored ? kept : messages.data.lost,
        messages.data.advice,
      );
    }
  }

  cancel(): void {
    this.canceller.abort();
  }

  /** After the training worker broke: the same data in a fresh one. False if they are lost. */
  private async restore(): Promise<boolean> {
    if (!this.source) return true;
    this.restoring = true;
    try {
      await this.open(this.source);
      this.gallery?.changes.tell();
      return true;
    } catch {
      this.overview = null;
      this.gallery?.end();
      this.gallery = null;
      this.source = null;
      return false;
    } finally {
      this.restoring = false;
    }
  }

  private async open(source: Source): Promise<DataOverview> {
    if (!(source instanceof File)) return this.engine.call('make_sample', source);
    this.canceller = new AbortController();
    const { signal } = this.canceller;
    this.opening = { name: source.name, share: { done: 0, total: source.size } };
    const report = (share: Share) => {
      if (!signal.aborted) this.opening = { name: source.name, share };
    };
    try {
      return await this.engine.call('import_data', source, { report, signal });
    } finally {
      if (this.canceller.signal === signal) this.opening = null;
    }
  }

  private show(source: Source, overview: DataOverview): void {
    this.source = source;
    this.overview = overview;
    this.gallery?.end();
    this.gallery = new Gallery(this.engine, overview);
    this.name = source instanceof File ? source.name : messages.data.sampleName;
  }
}
