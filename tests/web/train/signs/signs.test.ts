import { describe, expect, test } from 'vitest';
import type { Argument } from '#web/protocol/calls';
import { LoadSigns } from '#web/train/signs/loadSigns.svelte';
import type { Sign, SignDrawing } from '#web/train/signs/sign';
import type { SignStore } from '#web/train/signs/signStore';
import { Signs } from '#web/train/signs/signs.svelte';
import { signsFile } from '#web/train/signs/signsFile';
import { collectingCalls } from '#web/worker/handlers/drawings';
import { fileOf } from '../../fakeEngine';
import { realTrainingEngine } from '../../realEngine';

const drawing = (x: number): SignDrawing => [
  [
    { x, y: 0 },
    { x: 50, y: 90 },
  ],
];

/** Storage that may be denied. */
class FakeStore implements SignStore {
  readonly signs = new Map<string, Sign>();
  denied = false;

  async read() {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
    return [...this.signs.values()];
  }

  async save(signs: readonly Sign[]) {
    if (this.denied) throw new DOMException('full', 'QuotaExceededError');
    for (const sign of signs) this.signs.set(sign.id, sign);
  }

  async remove(signs: readonly Sign[]) {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
    for (const { id } of signs) this.signs.delete(id);
  }
}

const file = (text: string, name: string) => fileOf(new TextEncoder().encode(text), name);

const countsOf = (signs: Signs) => signs.all.map(({ name, drawings }) => [name, drawings.length]);

async function stored(signs: Signs): Promise<void> {
  while (signs.saving) await Promise.resolve();
}

/** A heart with a drawing, and a star that is selected. */
function heartAndStar(store: SignStore = new FakeStore()): Signs {
  const signs = new Signs(store);
  for (const name of ['heart', 'star']) {
    signs.add(name);
    if (signs.selected) signs.addDrawing(signs.selected, drawing(name.length));
  }
  return signs;
}

describe('signs', () => {
  test('are loaded in the next page, in order', async () => {
    const store = new FakeStore();
    await stored(heartAndStar(store));
    const next = new Signs(store);
    await next.start();
    expect(countsOf(next)).toEqual([
      ['heart', 1],
      ['star', 1],
    ]);
    expect(next.unsaved).toBe(false);
  });

  test('a new one is selected, and after a removal its neighbour', () => {
    const signs = heartAndStar();
    expect(signs.selected?.name).toBe('star');
    if (signs.selected) signs.remove(signs.selected);
    expect(signs.selected?.name).toBe('heart');
  });

  test('an invalid name changes nothing', () => {
    const signs = heartAndStar();
    signs.add('heart');
    if (signs.selected) signs.rename(signs.selected, 'heart');
    expect(countsOf(signs).map(([name]) => name)).toEqual(['heart', 'star']);
  });

  test('undo restores removed and renamed signs, also in storage', async () => {
    const store = new FakeStore();
    const signs = heartAndStar(store);
    const [heart, star] = signs.all;
    if (heart && star) {
      signs.rename(heart, 'core');
      signs.remove(star);
    }
    await stored(signs);
    expect([...store.signs.values()].map(({ name }) => name)).toEqual(['core']);
    signs.undo();
    signs.undo();
    await stored(signs);
    expect(countsOf(signs)).toEqual([
      ['heart', 1],
      ['star', 1],
    ]);
    expect([...store.signs.values()].map(({ name }) => name)).toEqual(['heart', 'star']);
  });

  test('report that the browser can’t store them, and are all stored once it can', async () => {
    const store = new FakeStore();
    store.denied = true;
    const signs = heartAndStar(store);
    await stored(signs);
    expect(signs.unsaved).toBe(true);
    store.denied = false;
    signs.add('moon');
    await stored(signs);
    expect(signs.unsaved).toBe(false);
    expect(store.signs.size).toBe(3);
  });
});

test('files are merged by sign name, and a faulty one is named', async () => {
  const engine = await realTrainingEngine();
  const { collect } = collectingCalls(engine);
  const context = { report: () => {}, signal: new AbortController().signal };
  const client = {
    call: (_: 'collect', request: Argument<'collect'>) => collect(request, context),
  };
  const signs = heartAndStar();
  const other = new Signs(new FakeStore());
  for (const name of ['star', 'moon']) {
    other.add(name);
    if (other.selected) other.addDrawing(other.selected, drawing(77));
  }
  const loading = new LoadSigns(client as never, signs);
  await loading.load([
    file('no strokes', 'broken.jsonl'),
    file(signsFile(other.all), 'pupil.jsonl'),
    file('{"label":7,"strokes":[[[1,2],[3,40]]]}\n', 'digits.jsonl'),
  ]);
  expect(countsOf(signs)).toEqual([
    ['heart', 1],
    ['star', 2],
    ['moon', 1],
    ['7', 1],
  ]);
  expect(loading.loaded?.added).toBe(3);
  const [refused, ...more] = loading.loaded?.refused ?? [];
  expect(refused?.().name).toBe('broken.jsonl');
  expect(more).toEqual([]);
  expect(loading.name).toBe('');
});
