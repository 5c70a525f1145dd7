import { describe, expect, test } from 'vitest';
import { type Correction, joined, without } from '#web/corrections/correction';
import type { CorrectionStore } from '#web/corrections/correctionStore';
import { Corrections } from '#web/corrections/corrections.svelte';
import { correctionsOf, drawingsOf } from '#web/corrections/drawings';
import { CorrectionImport } from '#web/read/correct/correctionImport.svelte';
import { csvFile, strokesFile } from '#web/read/correct/files';
import { clientOfFake, fileOf } from '../fakeEngine';
import { realTrainingEngine } from '../realEngine';

const stroke = (...places: [number, number][]) => places.map(([x, y]) => ({ x, y }));

/** Returns a different drawing for each shade. */
const drawn = (label: number, shade: number): Correction => ({
  name: String(label),
  image: new Uint8Array(784).fill(shade),
  strokes: [stroke([1, 2], [3, 4.5]), stroke([shade, 0])],
});

/** Storage that may be denied. */
class FakeCorrectionStore implements CorrectionStore {
  all: Correction[] = [];
  denied = false;

  async read() {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
    return this.all;
  }

  async save(more: readonly Correction[]) {
    if (this.denied) throw new DOMException('full', 'QuotaExceededError');
    this.all = joined(this.all, more);
  }

  async remove(gone: readonly Correction[]) {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
    this.all = without(this.all, gone);
  }
}

const labelsOf = (all: readonly Correction[]) => all.map(({ name }) => Number(name));

describe('the collection', () => {
  test('is loaded in the next page', async () => {
    const keep = new FakeCorrectionStore();
    await new Corrections(keep).add([drawn(1, 10), drawn(2, 20)]);
    const next = new Corrections(keep);
    await next.start();
    expect(labelsOf(next.all)).toEqual([1, 2]);
    expect(next.unsaved).toBe(false);
  });

  test('stores a drawing once, with its latest label', async () => {
    const corrections = new Corrections(new FakeCorrectionStore());
    await corrections.add([drawn(1, 10), drawn(2, 20)]);
    await corrections.add([drawn(7, 10)]);
    expect(labelsOf(corrections.all)).toEqual([2, 7]);
  });

  test('restores one removed correction or all', async () => {
    const keep = new FakeCorrectionStore();
    const corrections = new Corrections(keep);
    await corrections.add([drawn(1, 10), drawn(2, 20), drawn(3, 30)]);
    await corrections.remove(corrections.all.slice(1, 2));
    expect(labelsOf(keep.all)).toEqual([1, 3]);
    await corrections.undo();
    expect(labelsOf(keep.all)).toEqual([1, 3, 2]);
    await corrections.remove(corrections.all);
    expect(keep.all).toEqual([]);
    await corrections.undo();
    expect(labelsOf(keep.all)).toEqual([1, 3, 2]);
    expect(corrections.removed).toEqual([]);
  });

  test('compares images in linear time', () => {
    let looks = 0;
    const counted = (one: Correction): Correction => ({
      ...one,
      get image() {
        looks += 1;
        return one.image;
      },
    });
    const own = (_: unknown, at: number) => {
      const image = new Uint8Array(784);
      [image[782], image[783]] = [at >> 8, at & 255]; // distinguished by their last pixels
      return counted({ name: '1', image, strokes: [] });
    };
    const all = Array.from({ length: 1000 }, own);
    expect(joined(all, all)).toHaveLength(1000);
    expect(without(all, all)).toEqual([]);
    expect(looks).toBeLessThanOrEqual(4000);
  });

  test('is busy until the last change is stored or fails', async () => {
    const keep = new FakeCorrectionStore();
    const corrections = new Corrections(keep);
    const first = corrections.add([drawn(1, 10)]);
    const last = corrections.add([drawn(2, 20)]);
    await first;
    expect(corrections.saving).toBe(true);
    await last;
    expect(corrections.saving).toBe(false);
    keep.denied = true;
    await corrections.remove(corrections.all);
    expect(corrections.saving).toBe(false);
  });

  test('keeps the corrections of two tabs', async () => {
    const keep = new FakeCorrectionStore();
    const [one, other] = [new Corrections(keep), new Corrections(keep)];
    await one.add([drawn(1, 10)]);
    await other.add([drawn(2, 20)]);
    expect(labelsOf(keep.all)).toEqual([1, 2]);
  });

  test('continues in memory if storage fails, reports that, and stores everything once it works', async () => {
    const keep = new FakeCorrectionStore();
    keep.denied = true;
    const corrections = new Corrections(keep);
    await corrections.start();
    await corrections.add([drawn(1, 10)]);
    expect(labelsOf(corrections.all)).toEqual([1]);
    expect(corrections.unsaved).toBe(true);
    keep.denied = false;
    await corrections.add([drawn(2, 20)]);
    expect(labelsOf(keep.all)).toEqual([1, 2]);
    expect(corrections.unsaved).toBe(false);
  });
});

describe('files', () => {
  const engineReads = async (text: string) => {
    const engine = await realTrainingEngine();
    const data = new engine.Data();
    data.open('corrections', false, 0);
    expect(data.push(new TextEncoder().encode(text))).toBe('');
    expect(data.close()).toBe('');
    expect(data.finish()).toBe('');
    const all = correctionsOf({
      drawings: engine.drawings_of(data),
      classes: data.summary().classes,
    });
    data.delete();
    return all;
  };

  test('of strokes are read back unchanged by the engine', async () => {
    const all = [drawn(7, 10), drawn(1, 20)];
    const back = await engineReads(strokesFile(all));
    expect(labelsOf(back)).toEqual([7, 1]);
    expect(back.map(({ strokes }) => strokes)).toEqual(all.map(({ strokes }) => strokes));
    expect(back.every(({ image }) => image.some((ink) => ink > 0))).toBe(true);
  });

  test('of images are read back unchanged by the engine, without strokes', async () => {
    const all = [drawn(7, 10), drawn(1, 20)];
    expect(await engineReads(csvFile(all))).toEqual(all.map((one) => ({ ...one, strokes: [] })));
  });

  test('of strokes skip corrections that came as images', () => {
    expect(strokesFile([{ ...drawn(7, 10), strokes: [] }])).toBe('');
  });

  test('packing and unpacking changes nothing', () => {
    const all = [drawn(7, 10), { ...drawn(3, 30), strokes: [] }, drawn(1, 20)];
    expect(correctionsOf(drawingsOf(all))).toEqual(all);
    expect(correctionsOf(drawingsOf([]))).toEqual([]);
  });
});

describe('loading', () => {
  test('merges with existing corrections', async () => {
    const corrections = new Corrections(new FakeCorrectionStore());
    await corrections.add([drawn(1, 10)]);
    const loading = new CorrectionImport(clientOfFake(), corrections);
    await loading.load(fileOf([4]));
    expect(labelsOf(corrections.all)).toEqual([1, 4]);
    expect([loading.joined, loading.name]).toEqual([1, '']);
  });

  test('a file with a bad row names it and changes nothing', async () => {
    const corrections = new Corrections(new FakeCorrectionStore());
    await corrections.add([drawn(1, 10)]);
    const loading = new CorrectionImport(clientOfFake(), corrections);
    await loading.load(fileOf([4, 13]));
    expect(loading.problems.current?.happened.text).toBe('row 1: 13 is unlucky');
    expect(labelsOf(corrections.all)).toEqual([1]);
    expect(loading.name).toBe('');
  });

  test('declines more than can be shown', async () => {
    const corrections = new Corrections(new FakeCorrectionStore());
    const loading = new CorrectionImport(clientOfFake(), corrections);
    await loading.load(fileOf(new Uint8Array(2001).fill(1)));
    expect(loading.problems.current?.happened.text).toMatch(/more than 2,000/);
    expect(corrections.all).toEqual([]);
  });
});
