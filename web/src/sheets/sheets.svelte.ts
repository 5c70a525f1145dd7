import type { Corrections } from '../corrections/corrections.svelte';
import type { EngineClient } from '../engine/client';
import { Forms } from '../forms/forms.svelte';
import type { ModelInUse } from '../model/model.svelte';
import { Camera } from '../pictures/camera.svelte';
import type { PictureLines } from '../protocol/calls';
import type { FormField } from '../protocol/forms';
import { readSetting, writeSetting } from '../storage/localSetting';
import { accept, back, currentOf, extended, type Review, reviewOf, skip, undo } from './review';
import { defaultLimit, limits, needsLook, type Row } from './row';
import type { RowStore } from './rowStore';
import { samePages } from './samePages';
import { SheetReader } from './sheetReader.svelte';
import { leastCertainFirst, type Sorting, sorted } from './sorting';
import { Table } from './table.svelte';

const limitSetting = 'check-below';

/** All that the view of sheets needs, and that outlives a change of view. */
export class Sheets {
  readonly table: Table;
  readonly reader: SheetReader;
  readonly camera = new Camera();
  readonly forms: Forms;
  /** Rows are put up to be checked below this confidence. */
  private chosenLimit = $state<number>(
    limits.find((limit) => String(limit) === readSetting(limitSetting)) ?? defaultLimit,
  );
  /** Null while the table is shown. */
  review = $state.raw<Review | null>(null);
  /** It is of a row that was chosen in the table. */
  alone = $state(false);
  /** Of the table, and of the files that are made of it. */
  sorting = $state.raw<Sorting>(leastCertainFirst);
  readonly rows = $derived.by(() => sorted(this.table.rows, this.sorting));
  readonly toCheck = $derived.by(() => {
    const open = this.table.rows.filter((row) => needsLook(row, this.limit));
    return sorted(open, leastCertainFirst);
  });
  /** Pages that were given twice, and not yet decided on. */
  readonly samePages = $derived.by(() =>
    samePages(this.table.rows).filter(({ taken }) => !this.kept.has(taken)),
  );
  private kept = $state.raw<ReadonlySet<number>>(new Set());
  readonly pictures = $derived.by(() => new Set(this.table.rows.map(({ taken }) => taken)).size);
  /** Null before the stored rows were asked for. */
  private starting: Promise<void> | null = null;

  constructor(
    engines: readonly [EngineClient<'sheets'>, ...EngineClient<'sheets'>[]],
    readonly model: ModelInUse,
    corrections: Pick<Corrections, 'add' | 'remove'>,
    store?: RowStore,
  ) {
    this.table = new Table(corrections, store);
    this.forms = new Forms(engines[0]);
    const readable = () => this.start().then(() => this.forms.readable);
    const found = (picture: PictureLines, taken: number) => void this.table.add(picture, taken);
    this.reader = new SheetReader(engines, model, readable, found);
  }

  /** Brings back what is stored, once. */
  start(): Promise<void> {
    this.starting ??= Promise.all([this.table.start(), this.forms.start()]).then(() => {});
    return this.starting;
  }

  get limit(): number {
    return this.chosenLimit;
  }

  set limit(limit: number) {
    this.chosenLimit = limit;
    writeSetting(limitSetting, String(limit));
  }

  /** Closing the page now would lose something. */
  get unsaved(): boolean {
    const lostRows = this.table.unsaved && this.table.rows.length > 0;
    const lostForms = this.forms.unsaved && this.forms.all.length > 0;
    return this.reader.busy || lostRows || lostForms;
  }

  /** All that need a look, or this row alone. */
  startReview(id?: string): void {
    this.alone = id !== undefined;
    this.review = reviewOf(id ? [id] : this.toCheck.map((row) => row.id));
  }

  /** Rows that were read meanwhile join the queue. */
  extendReview(): void {
    if (this.review && !this.alone)
      this.review = extended(
        this.review,
        this.toCheck.map(({ id }) => id),
      );
  }

  closeReview(): void {
    this.review = null;
  }

  /** The row that is looked at; null where none is. */
  readonly current = $derived.by(() => {
    const id = this.review && currentOf(this.review);
    return this.table.rows.find((row) => row.id === id) ?? null;
  });

  /** The rules of a row's field, where its form is still there. */
  fieldOf({ cell, place }: Row): FormField | null {
    const form = this.forms.readable.find(({ id }) => id === cell?.id);
    return form?.fields.find(({ name }) => name === place.field) ?? null;
  }

  /** A page that was given twice is no mistake. */
  keepBoth(taken: number): void {
    this.kept = new Set([...this.kept, taken]);
  }

  accept(text: string): void {
    const { review, current } = this;
    if (!review || !current) return;
    void this.table.check(current, text);
    this.review = accept(review, current);
  }

  skip(): void {
    if (this.review) this.review = skip(this.review);
  }

  back(): void {
    if (this.review) this.review = back(this.review);
  }

  undo(): void {
    const last = this.review?.accepted.at(-1);
    if (!this.review || !last) return;
    this.table.restore(last.row);
    this.review = undo(this.review);
  }

  async startOver(): Promise<void> {
    this.reader.cancel();
    this.reader.forget();
    this.closeReview();
    await this.table.clear();
  }
}
