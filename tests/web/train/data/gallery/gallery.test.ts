import { describe, expect, test, vi } from 'vitest';
import type { DataOverview, Rows } from '#web/protocol/calls';
import { imagesInBlock } from '#web/protocol/calls';
import { digitNames } from '#web/shared/classes';
import { Gallery } from '#web/train/data/gallery/gallery.svelte';
import { ImageBlocks } from '#web/train/data/gallery/imageBlocks';
import { rowsByLabel } from '#web/train/data/gallery/rows';
import { chosen, clientOfFake, only } from '../../../fakeEngine';

/** Returns images whose pixels encode their block. */
const block = ({ first, count }: Rows) =>
  new Uint8Array(count * 784).fill(1 + first / imagesInBlock);

function blocksOf(count: number) {
  const requests: number[] = [];
  const arrived = vi.fn();
  const ask = async (rows: Rows) => {
    requests.push(rows.first / imagesInBlock);
    return { images: block(rows) };
  };
  const first = block({ first: 0, count: imagesInBlock });
  return { blocks: new ImageBlocks(ask, arrived, count, first), requests, arrived };
}

describe('images', () => {
  test('that came with the data are available at once', () => {
    const { blocks, requests } = blocksOf(2000);
    expect(blocks.image(511)?.[783]).toBe(1);
    expect(requests).toEqual([]);
  });

  test('that are missing are requested once, and reported', async () => {
    const { blocks, requests, arrived } = blocksOf(2000);
    expect(blocks.image(512)).toBe(null);
    expect(blocks.image(1023)).toBe(null);
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
    expect(blocks.image(513)?.[0]).toBe(2);
    expect(requests).toEqual([1]);
  });

  test('all load in the background, as far as memory allows', async () => {
    const few = blocksOf(2000);
    await few.blocks.fill();
    expect(few.requests).toEqual([1, 2, 3]);
    const many = blocksOf(1_000_000);
    await many.blocks.fill();
    expect(many.requests).toHaveLength(159);
    await expect.poll(() => many.blocks.image(999_999)).not.toBe(null);
    expect(many.blocks.image(0)).toBe(null); // blocks viewed last stay
  });

  test('of replaced data are never shown', async () => {
    const { blocks } = blocksOf(2000);
    const filling = blocks.fill();
    blocks.end();
    await filling;
    expect(blocks.image(512)).toBe(null);
  });

  test('are requested again after a crash', async () => {
    let broken = true;
    const ask = async (rows: Rows) => {
      if (broken) throw new Error('broken');
      return { images: block(rows) };
    };
    const blocks = new ImageBlocks(ask, () => {}, 2000, new Uint8Array(0));
    await blocks.fill();
    broken = false;
    expect(blocks.image(600)).toBe(null);
    await expect.poll(() => blocks.image(600)).not.toBe(null);
  });
});

test('the rows of each label are in order', () => {
  const rows = rowsByLabel(Uint8Array.of(7, 0, 7, 9, 7), 10);
  expect(rows).toHaveLength(10);
  expect([...(rows[7] ?? [])]).toEqual([0, 2, 4]);
  expect([...(rows[0] ?? [])]).toEqual([1]);
  expect(rows[5]).toHaveLength(0);
});

describe('the gallery', () => {
  const make = async (labels: number[]) => {
    const engine = clientOfFake();
    const overview: DataOverview = await engine.call('import_data', only(chosen(labels)));
    return new Gallery(engine, overview);
  };

  test('shows all images or those of one label, and selects the first', async () => {
    const gallery = await make([3, 5, 3, 8]);
    expect([...gallery.rows]).toEqual([0, 1, 2, 3]);
    gallery.at = 3;
    gallery.show(3);
    expect([...gallery.rows]).toEqual([0, 2]);
    expect(gallery.chosen).toBe(0);
    gallery.at = 1;
    expect(gallery.chosen).toBe(2);
    gallery.show(9);
    expect(gallery.chosen).toBe(-1);
  });

  test('loads the mean images when opened', async () => {
    const gallery = await make([3, 5]);
    expect(gallery.means).toBe(null);
    await gallery.begin();
    await vi.waitFor(() => expect(gallery.means).toHaveLength(7840));
  });

  test('sends corrections to the engine, and updates the means', async () => {
    const gallery = await make([3, 5, 3]);
    gallery.overrides.relabel(0, 8);
    gallery.overrides.toggleExcluded(1);
    await vi.waitFor(() => expect(gallery.means?.[0]).toBe(2));
    gallery.show('changed');
    expect([...gallery.rows]).toEqual([0, 1]);
  });

  test('shows likely duplicates and their groups', async () => {
    const gallery = await make([3, 5, 4]);
    await gallery.findDuplicates();
    expect(gallery.filter).toBe('duplicates');
    expect([...gallery.rows]).toEqual([0, 2]);
    expect([...(gallery.groupOf(2)?.rows ?? [])]).toEqual([0, 2]);
    expect(gallery.looking).toBe(null);
  });

  test('shows the most doubtful labels first', async () => {
    const gallery = await make([3, 0, 9, 5]);
    await gallery.findDoubted({ model: Uint8Array.of(1), classes: digitNames });
    expect([...gallery.rows]).toEqual([2, 3, 0]);
    expect(gallery.doubts?.get(2)?.name).toBe('0');
  });

  test('stays unchanged if a search fails', async () => {
    const gallery = await make([3]);
    await expect(
      gallery.findDoubted({ model: Uint8Array.of(13), classes: digitNames }),
    ).rejects.toThrow('not a model');
    expect(gallery.filter).toBe('all');
    expect(gallery.looking).toBe(null);
  });

  test('exports the corrected data block by block', async () => {
    const gallery = await make(new Array<number>(1500).fill(7));
    const file = await gallery.cleaned();
    expect(file.size).toBe(1500);
    expect(gallery.saving).toBe(null);
  });
});
