import type { EngineClient } from '../../engine/client';
import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { Adjustment, DataOverview, Imported, Share, Source } from '../../protocol/calls';
import { EngineFailure, pageFailure } from '../../protocol/failure';
import type { DataName, RunInfo } from '../../protocol/runs';
import { needsAdjustment, toggled } from '../../shared/adjustments';
import type { ClassNames } from '../../shared/classes';
import { Gallery } from './gallery/gallery.svelte';
import type { LabelOverrides } from './gallery/labelOverrides.svelte';

export const sample = { images: 4000, seed: 1 };

type SkippedFiles = Imported['skipped'];

const nothing: SkippedFiles = { count: 0, first: [] };

const together = (one: SkippedFiles, other: SkippedFiles): SkippedFiles => ({
  count: one.count + other.count,
  first: [...one.first, ...other.first],
});

/** The origin of the data: a sample, an interrupted run or neither, and the files appended to it. */
interface Origin {
  sample: boolean;
  saved: RunInfo | null;
  batches: readonly (readonly Source[])[]; // each batch was imported together
  adjustments: readonly Adjustment[];
  choices: readonly ClassChoice[];
}

/** The chosen classes, and the number of batches they were chosen for. */
interface ClassChoice {
  text: string;
  batches: number;
}

const nowhere: Origin = { sample: false, saved: null, batches: [], adjustments: [], choices: [] };

const bytesOf = (source: Source) => ('file' in source ? source.file.size : 0);

function nameOf({ sample, saved, batches }: Origin): string {
  const names = batches.flat().map(({ path }) => path);
  const before = saved ? saved.data.name : messages.data.sampleName;
  const [first = '', ...more] = sample || saved ? [before, ...names] : names;
  return messages.data.named({ first, more: more.length });
}

/** The data to train on. If new files are rejected, the previous data stay. */
export class Dataset {
  overview = $state.raw<DataOverview | null>(null);
  /** The images, for viewing; null without data. */
  gallery = $state.raw<Gallery | null>(null);
  /** Files in folders and archives that couldn't be used. */
  skippedFiles = $state.raw(nothing);
  /** Adjustments of all images, so that a network can read them. */
  adjustments = $state.raw<readonly Adjustment[]>([]);
  /** The file being read, and its progress. */
  opening = $state.raw<{ name: string; share: Share } | null>(null);
  /** Asked before a change by hand. The data can't change during training. */
  locked: () => boolean = () => false;
  /** Called with the classes of the data now shown. */
  shown: (classes: ClassNames) => void = () => {};
  /** Whether the data survived the worker's last crash; resolves when known. */
  restored: Promise<boolean> = Promise.resolve(true);
  private origin = $state.raw(nowhere);
  private restoring = $state(false);
  private changing = $state(0); // number of pending changes
  private changes = 0; // number of started changes
  private canceller = new AbortController();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly problems: Problems,
  ) {
    engine.broke = () => {
      // Data that crash the worker again are lost.
      if (!this.restoring) this.restored = this.restore();
    };
  }

  get name(): string {
    return this.overview ? nameOf(this.origin) : '';
  }

  /** The only file of the data; null if there are several or none. */
  get file(): File | null {
    const [source, ...more] = this.origin.batches.flat();
    const alone = source && more.length === 0 && !this.origin.saved && !this.origin.sample;
    return alone && 'file' in source ? source.file : null;
  }

  /** Whether the data include this source. */
  has(source: Source): boolean {
    return this.overview !== null && this.origin.batches.some((batch) => batch.includes(source));
  }

  /** Whether other data may appear in a moment. */
  get busy(): boolean {
    return this.changing > 0 || this.restoring;
  }

  get trainable(): boolean {
    return this.overview?.summary.labelled ?? false;
  }

  /** The data's name and format, as shown to people. */
  get described(): DataName {
    const { format = '', details = '', classes = [] } = this.overview?.summary ?? {};
    return { name: this.name, format, details, classes };
  }

  /** Replaces the data with these sources, or with sample data if there are none. */
  choose(sources: readonly Source[]): Promise<void> {
    const sample = sources.length === 0;
    return this.reopenAs({ ...nowhere, sample, batches: sample ? [] : [sources] });
  }

  /** Appends sources. Everything is read again together, so that unlabelled files find their labels. */
  add(sources: readonly Source[]): Promise<void> {
    const { batches } = this.origin;
    if (!this.trainable) {
      return this.reopenAs({ ...this.origin, batches: [[...batches.flat(), ...sources]] });
    }
    const origin = { ...this.origin, batches: [...batches, sources] };
    const add = async (canceller: AbortController) => {
      const imported = await this.import(sources, true, origin.adjustments, canceller);
      return { ...imported, skipped: together(this.skippedFiles, imported.skipped) };
    };
    return this.change(origin, add, this.gallery?.overrides);
  }

  /** Adjusts all images, or restores them. Does nothing while other data are loading. */
  async adjust(adjustment: Adjustment): Promise<void> {
    if (this.busy) return;
    const adjustments = toggled(this.origin.adjustments, adjustment);
    const origin = { ...this.origin, adjustments };
    const adjust = async () => {
      const overview = await this.engine.call('adjust_images', adjustment);
      return { ...overview, skipped: this.skippedFiles };
    };
    await this.change(origin, adjust, this.gallery?.overrides);
  }

  /** Uses only some classes, or renames them. Discards label corrections. */
  async chooseClasses(text: string): Promise<void> {
    if (this.busy) return;
    const choice = { text, batches: this.origin.batches.length };
    const origin = { ...this.origin, choices: [...this.origin.choices, choice] };
    await this.change(origin, async () => {
      const overview = await this.engine.call('choose_classes', text);
      return { ...overview, skipped: this.skippedFiles };
    });
  }

  /** Loads the data of an interrupted run. Throws if that fails. */
  async reopen(saved: RunInfo): Promise<void> {
    const origin = { ...nowhere, saved };
    await this.whileBusy(async () => this.show(origin, await this.open(origin)));
  }

  cancel(): void {
    this.canceller.abort();
  }

  /** Starts a change and cancels earlier ones. Returns the change's number. */
  private async whileBusy(work: (change: number) => Promise<void>): Promise<void> {
    this.cancel();
    this.changes += 1;
    this.changing += 1;
    try {
      await work(this.changes);
    } finally {
      this.changing -= 1;
    }
  }

  private reopenAs(origin: Origin): Promise<void> {
    return this.change(origin, (canceller) => this.open(origin, canceller));
  }

  private async change(
    origin: Origin,
    open: (canceller: AbortController) => Promise<Imported>,
    changed?: LabelOverrides, // label corrections of the first rows
  ): Promise<void> {
    if (this.locked()) {
      const unchanged = messages.data.unchanged({ name: this.name });
      this.problems.raise('data', pageFailure('dataInUse'), unchanged, '');
      return;
    }
    this.problems.clear();
    await this.whileBusy(async (change) => {
      this.canceller = new AbortController(); // set before the first await
      try {
        this.show(origin, await open(this.canceller));
        if (changed) this.gallery?.overrides.restoreFrom(changed);
      } catch (failure) {
        await this.raise(change, failure);
      }
    });
  }

  /** Doesn't show the failure if another change has begun. */
  private async raise(change: number, failure: unknown): Promise<void> {
    const { unchanged, nothingChanged, lost, advice } = messages.data;
    const before = this.overview ? unchanged({ name: this.name }) : nothingChanged;
    const broken = failure instanceof EngineFailure && failure.kind === 'broken';
    const restored = broken ? await this.restored : true;
    if (change !== this.changes) return;
    this.problems.raise('data', failure, restored ? before : lost, advice);
  }

  /** Loads the same data into a new worker after a crash. False if they are lost. */
  private async restore(): Promise<boolean> {
    if (!this.overview) return true;
    this.restoring = true;
    try {
      await this.open(this.origin);
      this.gallery?.overrides.send();
      return true;
    } catch {
      this.overview = null;
      this.gallery?.end();
      this.gallery = null;
      this.origin = nowhere;
      return false;
    } finally {
      this.restoring = false;
    }
  }

  private async open(origin: Origin, canceller?: AbortController): Promise<Imported> {
    let imported = await this.openFirst(origin);
    if (imported) imported = await this.chosen(imported, origin, 0);
    for (const [at, sources] of origin.batches.entries()) {
      const before = imported?.skipped ?? nothing;
      imported = await this.import(sources, imported !== null, origin.adjustments, canceller);
      imported = { ...imported, skipped: together(before, imported.skipped) };
      imported = await this.chosen(imported, origin, at + 1);
    }
    if (!imported) throw pageFailure('noData');
    return imported;
  }

  /** Applies the class choice again once the batches it was made for are loaded. */
  private async chosen(
    imported: Imported,
    { choices }: Origin,
    batches: number,
  ): Promise<Imported> {
    let all = imported;
    for (const choice of choices) {
      if (choice.batches !== batches) continue;
      all = { ...(await this.engine.call('choose_classes', choice.text)), skipped: all.skipped };
    }
    return all;
  }

  /** Loads the sample or the interrupted run's data, if there is either. */
  private async openFirst({ sample: drawn, saved, adjustments }: Origin): Promise<Imported | null> {
    if (!saved && !drawn) return null;
    let overview = saved
      ? await this.engine.call('reopen_data', saved)
      : await this.engine.call('make_sample', sample);
    for (const adjustment of adjustments) {
      if (!needsAdjustment(overview.summary, adjustment)) continue;
      overview = await this.engine.call('adjust_images', adjustment);
    }
    return { ...overview, skipped: nothing };
  }

  private async import(
    sources: readonly Source[],
    add: boolean,
    adjustments: readonly Adjustment[],
    canceller = new AbortController(),
  ): Promise<Imported> {
    this.canceller = canceller;
    const { signal } = canceller;
    const name = nameOf({ ...nowhere, batches: [sources] });
    const total = sources.reduce((sum, source) => sum + bytesOf(source), 0);
    this.opening = { name, share: { done: 0, total } };
    const report = (share: Share) => {
      if (!signal.aborted) this.opening = { name, share };
    };
    try {
      const request = { sources, add, adjustments };
      return await this.engine.call('import_data', request, { report, signal });
    } finally {
      if (this.canceller.signal === signal) this.opening = null;
    }
  }

  private show(origin: Origin, imported: Imported): void {
    this.origin = origin;
    this.overview = imported;
    this.skippedFiles = imported.skipped;
    this.adjustments = origin.adjustments;
    this.gallery?.end();
    this.gallery = new Gallery(this.engine, imported);
    this.shown(imported.summary.classes);
  }
}
