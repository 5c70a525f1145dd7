// Example rows of the table, and a fake of the browser's storage.
import type { PictureLines } from '#web/protocol/calls';
import type { CutOut, Row } from '#web/sheets/row';
import type { RowStore } from '#web/sheets/rowStore';

/** The id depends on the text and confidence. */
export function row(read: string, confidence: number, changes: Partial<Row> = {}): Row {
  return {
    ...{ id: `${read}:${confidence}`, picture: 'a.png', taken: 1 },
    place: { field: '', row: 1, box: { x: 10.4, y: 20, width: 30, height: 40 } },
    ...{ read, text: read, confidence, checked: false },
    ...changes,
  };
}

/** A picture with a line per text. The image of each digit is filled with its position, from 1. */
export function picture(path: string, ...texts: string[]): PictureLines {
  const lines = texts.map((text, at) => {
    const place = { field: '', row: at + 1, reason: null };
    const images = new Uint8Array(784 * text.length);
    for (let at = 0; at < text.length; at++) images.fill(at + 1, 784 * at, 784 * (at + 1));
    const box = { x: 0, y: 0, width: 10, height: 10 };
    return { ...place, text, confidence: 0.5, box, images, cutOut: Uint8Array.of(1, 2) };
  });
  return { path, form: null, lines };
}

/** Storage in memory, to which access can be denied. */
export class FakeRowStore implements RowStore {
  rows = new Map<string, Row>();
  cutOuts = new Map<string, CutOut>();
  denied = false;

  async read() {
    this.ask();
    return [...this.rows.values()];
  }

  async save(rows: readonly Row[]) {
    this.ask();
    for (const one of rows) this.rows.set(one.id, one);
  }

  async saveCutOuts(cutOuts: ReadonlyMap<string, CutOut>) {
    this.ask();
    for (const [id, one] of cutOuts) this.cutOuts.set(id, one);
  }

  async cutOut(id: string) {
    this.ask();
    return this.cutOuts.get(id) ?? null;
  }

  async remove(ids: readonly string[]) {
    this.ask();
    for (const id of ids) {
      this.rows.delete(id);
      this.cutOuts.delete(id);
    }
  }

  private ask() {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
  }
}
