import type { Corrections } from '../corrections/corrections.svelte';
import type { EngineClient } from '../engine/client';
import { Forms } from '../forms/forms.svelte';
import type { ModelInUse } from '../model/model.svelte';
import { Camera } from '../pictures/camera.svelte';
import type { FileSource, PictureLines } from '../protocol/calls';
import type { FormField } from '../protocol/forms';
import { readSetting, writeSetting } from '../storage/localSetting';
import { duplicatePages } from './duplicatePages';
import { accept, back, currentOf, extended, type Review, reviewOf, skip, undo } from './review';
import { defaultLimit, limits, needsReview, type Row } from './row';
import type { RowStore } from './rowStore';
import { needsDigits, SheetReader } from './sheetReader.svelte';
import { leastCertainFirst, type Sorting, sorted } from './sorting';
import { Table } from './table.svelte';
import { countRows } from './wideTable';

const limitSetting = 'check-below';

/** Without the images of its digits, nothing is learned from a picture. */
const withoutDigits = (picture: PictureLines): PictureLines => ({
  ...picture,
  lines: picture.lines.map((line) => ({ ...line, images: new Uint8Array(0) })),
});

/** The state of the sheets view, which outlives a change of view. */
export class Sheets {
  readonly table: Table;
  readonly reader: SheetReader;
  readonly camera = new Camera();
  readonly forms: Forms;
  private chosenLimit = $state<number>(
    limits.find((limit) => String(limit) === readSetting(limitSetting)) ?? defaultLimit,
  );
  /** Null while the table is shown. */
  review = $state.raw<Review | null>(null);
  /** The review is of a single row that was chosen in the table. */
  singleRow = $state(false);
  /** Of the table on the screen. */
  sorting = $state.raw<Sorting>(leastCertainFirst);
  readonly rows = $derived.by(() => sorted(this.table.rows, this.sorting));
  readonly toCheck = $derived.by(() => {
    const open = this.table.rows.filter((row) => needsReview(row, this.limit));
    return sorted(open, leastCertainFirst);
  });
  /** Pages that were photographed twice, without those that the user decided to keep. */
  readonly duplicatePages = $derived.by(() =>
    duplicatePages(this.table.rows).filter(({ taken }) => !this.dismissedDuplicates.has(taken)),
  );
  private dismissedDuplicates = $state.raw<ReadonlySet<number>>(new Set());
  readonly pictures = $derived.by(() => new Set(this.table.rows.map(({ taken }) => taken)).size);
  /** Whether any row is the cell of a form. Rows are called values then, as forms have rows of their own. */
  readonly withForms = $derived.by(() => this.table.rows.some(({ cell }) => cell));
  readonly formRows = $derived.by(() => countRows(this.table.rows));
  /** Whether digits were corrected in this review. */
  readonly learned = $derived.by(
    () => this.review?.accepted.some(({ row }) => this.table.hasCorrections(row.id)) ?? false,
  );
  private readonly samples = new WeakSet<FileSource>();
  private loading: Promise<void> | null = null;

  constructor(
    engines: readonly [EngineClient<'sheets'>, ...EngineClient<'sheets'>[]],
    readonly model: ModelInUse,
    corrections: Pick<Corrections, 'add' | 'remove'>,
    store?: RowStore,
  ) {
    this.table = new Table(corrections, store);
    this.forms = new Forms(engines[0]);
    const readable = () => this.start().then(() => this.forms.readable);
    const onPicture = (picture: PictureLines, taken: number, source: FileSource) =>
      void this.table.add(this.samples.has(source) ? withoutDigits(picture) : picture, taken);
    this.reader = new SheetReader(engines, model, readable, onPicture);
  }

  /** Loads the stored rows and forms, on the first call only. */
  start(): Promise<void> {
    this.loading ??= Promise.all([this.table.start(), this.forms.start()]).then(() => {});
    return this.loading;
  }

  /** Reads sheets to practise on. What is corrected in them isn't learned, as nobody wrote it. */
  addSamples(sources: readonly FileSource[]): void {
    for (const source of sources) this.samples.add(source);
    this.reader.add(sources);
  }

  /** Reads the files that waited for a model, or for one that reads digits. */
  readWaiting(): void {
    if (this.model.kind === 'digit') this.reader.retry(needsDigits);
    void this.reader.begin();
  }

  /** Rows with a lower confidence need review. */
  get limit(): number {
    return this.chosenLimit;
  }

  set limit(limit: number) {
    this.chosenLimit = limit;
    writeSetting(limitSetting, String(limit));
  }

  /** Whether closing the page now would lose something. */
  get unsaved(): boolean {
    const lostRows = this.table.unsaved && this.table.rows.length > 0;
    const lostForms = this.forms.unsaved && this.forms.all.length > 0;
    return this.reader.busy || lostRows || lostForms;
  }

  /** Reviews a single row, or by default all that need it. */
  startReview(id?: string): void {
    this.singleRow = id !== undefined;
    this.review = reviewOf(id ? [id] : this.toCheck.map((row) => row.id));
  }

  /** Adds the rows read meanwhile to the queue. */
  extendReview(): void {
    if (this.review && !this.singleRow)
      this.review = extended(
        this.review,
        this.toCheck.map(({ id }) => id),
      );
  }

  closeReview(): void {
    this.review = null;
  }

  /** The row under review, or null. */
  readonly current = $derived.by(() => {
    const id = this.review && currentOf(this.review);
    return this.table.rows.find((row) => row.id === id) ?? null;
  });

  /** The field of a row's cell, or null if it has none or its form was removed. */
  fieldOf({ cell, place }: Row): FormField | null {
    const form = this.forms.readable.find(({ id }) => id === cell?.id);
    return form?.fields.find(({ name }) => name === place.field) ?? null;
  }

  /** Dismisses the warning about a duplicate page. */
  keepBoth(taken: number): void {
    this.dismissedDuplicates = new Set([...this.dismissedDuplicates, taken]);
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
    this.reader.reset();
    this.closeReview();
    await this.table.clear();
  }
}
