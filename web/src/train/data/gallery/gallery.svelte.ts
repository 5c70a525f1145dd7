import type { EngineClient } from '../../../engine/client';
import type { DataOverview, ModelOfClasses, Rows } from '../../../protocol/calls';
import type { ClassNames } from '../../../shared/classes';
import { newestOnly } from '../../../shared/newest';
import { type Doubt, doubts, type Group, groupsOf } from './findings';
import { ImageBlocks } from './imageBlocks';
import { LabelOverrides } from './labelOverrides.svelte';
import { allRows, rowsByLabel } from './rows';

/** The images to show: all, those of one label, the corrected ones, or one of the findings. */
export type Filter = 'all' | 'changed' | 'doubted' | 'duplicates' | number;
type Found = 'doubted' | 'duplicates';

/** The images of the loaded data, with the selection, findings and corrections. */
export class Gallery {
  filter = $state<Filter>('all');
  /** The index of the selected image among those shown. */
  at = $state(0);
  /** [classes, 784]; null until computed */
  means = $state.raw<Uint8Array | null>(null);
  /** The running search and its progress. */
  looking = $state.raw<{ what: Found; share: number } | null>(null);
  /** Groups of likely duplicates; null until searched for. */
  groups = $state.raw<Group[] | null>(null);
  /** Doubtful labels by row; null until searched for. */
  doubts = $state.raw<ReadonlyMap<number, Doubt> | null>(null);
  /** Progress of writing the cleaned file; null if idle. */
  saving = $state<number | null>(null);
  readonly labels: Uint8Array; // the file's labels; empty if it has none
  readonly classes: ClassNames; // that the labels index
  readonly overrides: LabelOverrides;
  private readonly all: Uint32Array;
  private readonly ofLabel: Uint32Array[];
  private readonly blocks: ImageBlocks;
  private arrivals = $state(0);
  private begun = false;
  private ended = false;

  constructor(
    private readonly engine: EngineClient<'training'>,
    { summary, labels, images }: DataOverview,
  ) {
    this.labels = labels;
    this.classes = summary.classes;
    this.all = allRows(summary.images);
    this.ofLabel = rowsByLabel(labels, this.classes.length);
    const ask = (rows: Rows) => engine.call('images', rows);
    this.blocks = new ImageBlocks(ask, () => this.arrivals++, summary.images, images);
    this.overrides = new LabelOverrides(labels, this.classes, (overrides) => {
      // After a crash, the worker gets the overrides once it has reloaded the data.
      engine.call('override_labels', overrides).catch(() => {});
      this.average(null);
    });
  }

  private readonly found = $derived({
    doubted: Uint32Array.from(this.doubts?.keys() ?? []),
    duplicates: Uint32Array.from(this.groups?.flatMap(({ rows }) => [...rows]) ?? []),
  });

  /** The rows of the images shown. */
  readonly rows = $derived(this.rowsOf(this.filter));

  /** The row of the selected image; -1 if none is shown. */
  readonly chosen = $derived(this.rows[Math.min(this.at, this.rows.length - 1)] ?? -1);

  countOf(filter: Filter): number {
    return this.rowsOf(filter).length;
  }

  show(filter: Filter): void {
    this.filter = filter;
    this.at = 0;
  }

  /** Returns null until the image is loaded. Reading it subscribes to its arrival. */
  image(row: number): Uint8Array | null {
    const image = this.blocks.image(row);
    if (!image) void this.arrivals;
    return image;
  }

  /** Returns the likely duplicates of an image. */
  groupOf(row: number): Group | undefined {
    return this.groups?.find(({ rows }) => rows.includes(row));
  }

  /** Loads what is visible first, before anybody scrolls. */
  async begin(): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    if (this.labels.length > 0) this.average(null);
    await this.blocks.fill();
  }

  /** Call when other data replace these. */
  end(): void {
    this.ended = true;
    this.blocks.end();
  }

  async findDuplicates(): Promise<void> {
    await this.look('duplicates', async () => {
      this.groups = groupsOf(await this.engine.call('find_duplicates', null), this.labels);
    });
  }

  /** Searches for likely wrong labels by a network's loss. */
  async findDoubted(by: ModelOfClasses): Promise<void> {
    const report = (share: number) => {
      this.looking = { what: 'doubted', share };
    };
    await this.look('doubted', async () => {
      const scores = await this.engine.call('score_data', by, { report });
      this.doubts = doubts(scores, by.classes, this);
    });
  }

  /** Writes the corrected data as a train.csv. */
  async cleaned(): Promise<Blob> {
    this.saving = 0;
    const report = (share: number) => {
      this.saving = share;
    };
    try {
      return (await this.engine.call('save_data', null, { report })).file;
    } finally {
      this.saving = null;
    }
  }

  private async look(what: Found, find: () => Promise<void>): Promise<void> {
    if (this.looking) return;
    this.looking = { what, share: 0 };
    try {
      await find();
      this.show(what);
    } finally {
      this.looking = null;
    }
  }

  private readonly average = newestOnly(async () => {
    try {
      const { images } = await this.engine.call('mean_images', null);
      if (!this.ended) this.means = images;
    } catch {
      // Everything else works without the mean images.
    }
  });

  private rowsOf(filter: Filter): Uint32Array {
    if (typeof filter === 'number') return this.ofLabel[filter] as Uint32Array;
    if (filter === 'changed') return this.overrides.rows;
    return filter === 'all' ? this.all : this.found[filter];
  }
}
