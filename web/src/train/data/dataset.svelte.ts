import type { EngineClient } from '../../engine/client';
import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { Adjustment, DataOverview, Imported, Share, Source } from '../../protocol/calls';
import { declined, EngineFailure } from '../../protocol/failure';
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

/** Where data come from: a sample, an interrupted training or neither, and the files appended to it. */
interface Origin {
  sample: boolean;
  saved: RunInfo | null;
  batches: readonly (readonly Source[])[]; // those of a batch were read together
  adjustments: readonly Adjustment[];
  choices: readonly ClassChoice[];
}

/** Which classes are used and how they are called, said after so many batches. */
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

/** The data that training learns from. Files that are refused leave those that were there. */
export class Dataset {
  overview = $state.raw<DataOverview | null>(null);
  /** Its images, to be looked at; null where there are no data. */
  gallery = $state.raw<Gallery | null>(null);
  /** Of folders and archives, what nothing was made of. */
  skippedFiles = $state.raw(nothing);
  /** What was done to all images, so that a network can read them. */
  adjustments = $state.raw<readonly Adjustment[]>([]);
  /** What is being read now. */
  opening = $state.raw<{ name: string; share: Share } | null>(null);
  /** Asked before a change by hand: a running training keeps its data. */
  locked: () => boolean = () => false;
  /** Called with what the data that are shown now can tell apart. */
  shown: (classes: ClassNames) => void = () => {};
  /** Whether the data survived the worker's last crash; resolves when known. */
  restored: Promise<boolean> = Promise.resolve(true);
  private origin = $state.raw(nowhere);
  private restoring = $state(false);
  private changing = $state(0); // how many changes are on their way
  private changes = 0; // counts those that began
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

  get name(): string {
    return this.overview ? nameOf(this.origin) : '';
  }

  /** The one file that the data are, if they are one. */
  get file(): File | null {
    const [source, ...more] = this.origin.batches.flat();
    const alone = source && more.length === 0 && !this.origin.saved && !this.origin.sample;
    return alone && 'file' in source ? source.file : null;
  }

  /** Whether these are a part of the data. */
  has(source: Source): boolean {
    return this.overview !== null && this.origin.batches.some((batch) => batch.includes(source));
  }

  /** Whether other data than those shown may be there in a moment. */
  get busy(): boolean {
    return this.changing > 0 || this.restoring;
  }

  get trainable(): boolean {
    return this.overview?.summary.labelled ?? false;
  }

  /** How the page describes them. */
  get described(): DataName {
    const { format = '', details = '', classes = [] } = this.overview?.summary ?? {};
    return { name: this.name, format, details, classes };
  }

  /** These in place of what there is; without any, sample data. */
  choose(sources: readonly Source[]): Promise<void> {
    const sample = sources.length === 0;
    return this.reopenAs({ ...nowhere, sample, batches: sample ? [] : [sources] });
  }

  /** These behind what there is. What has no labels may find them here, so that all is read together. */
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

  /** Adjusts all images, or undoes that. Does nothing while other data are on their way. */
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

  /** Uses some classes only, or renames them. What was changed by hand of their labels is forgotten. */
  async chooseClasses(text: string): Promise<void> {
    if (this.busy) return;
    const choice = { text, batches: this.origin.batches.length };
    const origin = { ...this.origin, choices: [...this.origin.choices, choice] };
    await this.change(origin, async () => {
      const overview = await this.engine.call('choose_classes', text);
      return { ...overview, skipped: this.skippedFiles };
    });
  }

  /** Those that an interrupted training learns from. Throws why they cannot be had. */
  async reopen(saved: RunInfo): Promise<void> {
    const origin = { ...nowhere, saved };
    await this.whileBusy(async () => this.show(origin, await this.open(origin)));
  }

  cancel(): void {
    this.canceller.abort();
  }

  /** What is still being read for an earlier change is dropped. Returns the change's number. */
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
    changed?: LabelOverrides, // by hand, of the first rows
  ): Promise<void> {
    if (this.locked()) {
      const unchanged = messages.data.unchanged({ name: this.name });
      this.problems.raise('data', declined('dataInUse'), unchanged, '');
      return;
    }
    this.problems.clear();
    await this.whileBusy(async (change) => {
      this.canceller = new AbortController(); // there before anything is waited for
      try {
        this.show(origin, await open(this.canceller));
        if (changed) this.gallery?.overrides.restoreFrom(changed);
      } catch (failure) {
        await this.raise(change, failure);
      }
    });
  }

  /** If another change has begun by then, the failure is no longer shown. */
  private async raise(change: number, failure: unknown): Promise<void> {
    const { unchanged, nothingChanged, lost, advice } = messages.data;
    const before = this.overview ? unchanged({ name: this.name }) : nothingChanged;
    const broken = failure instanceof EngineFailure && failure.kind === 'broken';
    const restored = broken ? await this.restored : true;
    if (change !== this.changes) return;
    this.problems.raise('data', failure, restored ? before : lost, advice);
  }

  /** After the training worker broke: the same data in a fresh one. False if they are lost. */
  private async restore(): Promise<boolean> {
    if (!this.overview) return true;
    this.restoring = true;
    try {
      await this.open(this.origin);
      this.gallery?.overrides.tell();
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
    if (!imported) throw declined('noData');
    return imported;
  }

  /** The same with the classes that were chosen when there were so many batches. */
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

  /** What comes before all files, if there is such. */
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
