import type { Correction } from '../corrections/correction';
import type { Corrections } from '../corrections/corrections.svelte';
import type { PictureLines } from '../protocol/calls';
import { now } from '../shared/now';
import { correctionsIn } from './corrected';
import type { CutOut, Row } from './row';
import { browserRowStore, type RowStore } from './rowStore';

/** Its rows, and the cut-out of each by its id. */
export function rowsOf({ path, form, lines }: PictureLines, taken: number) {
  const cutOuts = new Map<string, CutOut>();
  const fields = [...new Set(lines.map(({ field }) => field))];
  const rows = lines.map((line, at): Row => {
    const { field, row, text, confidence, box, images, cutOut, reason } = line;
    const id = `${taken}-${at + 1}-${crypto.getRandomValues(new Uint32Array(1))}`;
    cutOuts.set(id, { picture: cutOut, images });
    const place = { field, row, box };
    const read = { read: text, text, confidence, checked: false };
    const cell = form && { cell: { ...form, column: fields.indexOf(field), reason } };
    return { ...{ id, picture: path, taken, place }, ...read, ...cell };
  });
  return { rows, cutOuts };
}

/** The rows that were read, in the browser's keeping where it allows that. */
export class Table {
  rows = $state.raw<readonly Row[]>([]);
  /** The browser does not keep them: they last as long as the page. */
  unsaved = $state(false);
  private readonly cutOuts = new Map<string, CutOut>(); // that are not in the browser's keeping
  private readonly learned = new Map<string, readonly Correction[]>(); // from rows checked in this visit
  private last: Promise<void> = Promise.resolve(); // changes are stored in order

  constructor(
    private readonly corrections: Pick<Corrections, 'add' | 'remove'>,
    private readonly store: RowStore = browserRowStore,
  ) {}

  /** Merges the stored rows with those read by then. */
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

  /** Null where the browser has lost it. */
  async cutOutOf(id: string): Promise<CutOut | null> {
    return this.cutOuts.get(id) ?? this.store.cutOut(id).catch(() => null);
  }

  /** A person says that this stands there. Digits read as others join the corrections. */
  async check(row: Row, text: string): Promise<void> {
    this.put({ ...row, text, checked: true });
    this.forget(row);
    const cutOut = text === row.read ? null : await this.cutOutOf(row.id);
    const made = cutOut ? correctionsIn(row.read, text, cutOut.images) : [];
    if (made.length === 0) return;
    this.learned.set(row.id, made);
    await this.corrections.add(made);
  }

  /** A row is as it was before it was checked. */
  restore(row: Row): void {
    this.put(row);
    this.forget(row);
  }

  clear(): Promise<void> {
    return this.remove(() => true);
  }

  /** A picture's rows go; what was learned from them stays. */
  removePicture(taken: number): Promise<void> {
    return this.remove((row) => row.taken === taken);
  }

  private remove(goes: (row: Row) => boolean): Promise<void> {
    const ids = this.rows.filter(goes).map(({ id }) => id);
    this.rows = this.rows.filter((row) => !goes(row));
    for (const id of ids) {
      this.cutOuts.delete(id);
      this.learned.delete(id);
    }
    return this.write(() => this.store.remove(ids));
  }

  /** What joined the corrections from a row leaves them. */
  private forget({ id }: Row): void {
    const made = this.learned.get(id);
    if (made) void this.corrections.remove(made);
    this.learned.delete(id);
  }

  private put(changed: Row): void {
    this.rows = this.rows.map((row) => (row.id === changed.id ? changed : row));
    void this.write(() => this.store.save([changed]));
  }

  private write(change: () => Promise<void>): Promise<void> {
    this.last = this.last.then(change).catch(() => {
      this.unsaved = true;
    });
    return this.last;
  }
}
