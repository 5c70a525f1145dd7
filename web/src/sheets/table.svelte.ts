import { SvelteMap } from 'svelte/reactivity';
import type { Correction } from '../corrections/correction';
import type { Corrections } from '../corrections/corrections.svelte';
import type { PictureLines } from '../protocol/calls';
import type { FormPage } from '../protocol/forms';
import { now } from '../shared/now';
import type { Cell, CutOut, Row } from './row';
import { browserRowStore, type RowStore } from './rowStore';
import { correctionsIn } from './textCorrections';

function cellOf(form: FormPage, row: number, column: number, reason: Cell['reason']): Cell {
  const { rowNames = [], ...page } = form;
  const cell = { ...page, column, reason };
  return rowNames.length > 0 ? { ...cell, rowName: rowNames[row - 1] ?? '' } : cell;
}

/** The rows of a picture that was read, and their cut-outs by row id. */
export function rowsOf({ path, form, lines }: PictureLines, taken: number) {
  const cutOuts = new Map<string, CutOut>();
  const fields = [...new Set(lines.map(({ field }) => field))];
  const rows = lines.map((line, at): Row => {
    const { field, row, text, confidence, box, images, cutOut, reason } = line;
    const id = `${taken}-${at + 1}-${crypto.getRandomValues(new Uint32Array(1))}`;
    cutOuts.set(id, { picture: cutOut, images });
    const place = { field, row, box };
    const read = { read: text, text, confidence, checked: false };
    const cell = form && { cell: cellOf(form, row, fields.indexOf(field), reason) };
    return { ...{ id, picture: path, taken, place }, ...read, ...cell };
  });
  return { rows, cutOuts };
}

/** The rows that were read, saved in the browser where it allows that. */
export class Table {
  rows = $state.raw<readonly Row[]>([]);
  /** The browser can't store the rows, so they are lost when the page closes. */
  unsaved = $state(false);
  private readonly cutOuts = new Map<string, CutOut>(); // that aren't stored, or not yet
  /** By row id. Only of rows that were checked since the page was opened. */
  private readonly learned = new SvelteMap<string, readonly Correction[]>();
  private lastWrite: Promise<void> = Promise.resolve(); // writes run one after the other

  constructor(
    private readonly corrections: Pick<Corrections, 'add' | 'remove'>,
    private readonly store: RowStore = browserRowStore,
  ) {}

  /** Loads the stored rows, and puts them before those read meanwhile. */
  async start(): Promise<void> {
    try {
      this.rows = [...(await this.store.read()), ...this.rows];
    } catch {
      this.unsaved = true;
    }
  }

  add(picture: PictureLines, taken = now()): Promise<void> {
    const { rows, cutOuts } = rowsOf(picture, taken);
    this.rows = [...this.rows, ...rows];
    for (const [id, cutOut] of cutOuts) this.cutOuts.set(id, cutOut);
    return this.write(async () => {
      await this.store.saveCutOuts(cutOuts);
      for (const id of cutOuts.keys()) this.cutOuts.delete(id);
      await this.store.save(rows);
    });
  }

  /** Null if the browser has deleted it. */
  async cutOutOf(id: string): Promise<CutOut | null> {
    return this.cutOuts.get(id) ?? this.store.cutOut(id).catch(() => null);
  }

  /** Sets the text that a person confirmed. Adds misread digits to the corrections. */
  async check(row: Row, text: string): Promise<void> {
    this.replaceRow({ ...row, text, checked: true });
    this.removeCorrections(row);
    const cutOut = text === row.read ? null : await this.cutOutOf(row.id);
    const corrections = cutOut ? correctionsIn(row.read, text, cutOut.images) : [];
    if (corrections.length === 0) return;
    this.learned.set(row.id, corrections);
    await this.corrections.add(corrections);
  }

  /** Whether check() added corrections for this row. */
  hasCorrections(id: string): boolean {
    return this.learned.has(id);
  }

  /** Undoes check(). `row` is the row before it. */
  restore(row: Row): void {
    this.replaceRow(row);
    this.removeCorrections(row);
  }

  clear(): Promise<void> {
    return this.remove(() => true);
  }

  /** Removes a picture's rows, but not the corrections learned from them. */
  removePicture(taken: number): Promise<void> {
    return this.remove((row) => row.taken === taken);
  }

  private remove(matches: (row: Row) => boolean): Promise<void> {
    const ids = this.rows.filter(matches).map(({ id }) => id);
    this.rows = this.rows.filter((row) => !matches(row));
    for (const id of ids) {
      this.cutOuts.delete(id);
      this.learned.delete(id);
    }
    return this.write(() => this.store.remove(ids));
  }

  private removeCorrections({ id }: Row): void {
    const corrections = this.learned.get(id);
    if (corrections) void this.corrections.remove(corrections);
    this.learned.delete(id);
  }

  private replaceRow(changed: Row): void {
    this.rows = this.rows.map((row) => (row.id === changed.id ? changed : row));
    void this.write(() => this.store.save([changed]));
  }

  private write(change: () => Promise<void>): Promise<void> {
    this.lastWrite = this.lastWrite.then(change).catch(() => {
      this.unsaved = true;
    });
    return this.lastWrite;
  }
}
