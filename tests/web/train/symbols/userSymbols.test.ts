import { describe, expect, test } from 'vitest';
import type { Argument } from '#web/protocol/calls';
import { LoadSymbols } from '#web/train/symbols/loadSymbols.svelte';
import type { SymbolStore } from '#web/train/symbols/symbolStore';
import { symbolsFile } from '#web/train/symbols/symbolsFile';
import type { SymbolDrawing, UserSymbol } from '#web/train/symbols/userSymbol';
import { UserSymbols } from '#web/train/symbols/userSymbols.svelte';
import { collectingCalls } from '#web/worker/handlers/drawings';
import { fileOf } from '../../fakeEngine';
import { realTrainingEngine } from '../../realEngine';

const drawing = (x: number): SymbolDrawing => [
  [
    { x, y: 0 },
    { x: 50, y: 90 },
  ],
];

/** Storage that may be denied. */
class FakeStore implements SymbolStore {
  readonly symbols = new Map<string, UserSymbol>();
  denied = false;

  async read() {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
    return [...this.symbols.values()];
  }

  async save(symbols: readonly UserSymbol[]) {
    if (this.denied) throw new DOMException('full', 'QuotaExceededError');
    for (const symbol of symbols) this.symbols.set(symbol.id, symbol);
  }

  async remove(symbols: readonly UserSymbol[]) {
    if (this.denied) throw new DOMException('denied', 'SecurityError');
    for (const { id } of symbols) this.symbols.delete(id);
  }
}

const file = (text: string, name: string) => fileOf(new TextEncoder().encode(text), name);

const countsOf = (symbols: UserSymbols) =>
  symbols.all.map(({ name, drawings }) => [name, drawings.length]);

async function stored(symbols: UserSymbols): Promise<void> {
  while (symbols.saving) await Promise.resolve();
}

/** A heart with a drawing, and a star that is selected. */
function heartAndStar(store: SymbolStore = new FakeStore()): UserSymbols {
  const symbols = new UserSymbols(store);
  for (const name of ['heart', 'star']) {
    symbols.add(name);
    if (symbols.selected) symbols.addDrawing(symbols.selected, drawing(name.length));
  }
  return symbols;
}

describe('symbols', () => {
  test('are loaded in the next page, in order', async () => {
    const store = new FakeStore();
    await stored(heartAndStar(store));
    const next = new UserSymbols(store);
    await next.start();
    expect(countsOf(next)).toEqual([
      ['heart', 1],
      ['star', 1],
    ]);
    expect(next.unsaved).toBe(false);
  });

  test('a new one is selected, and after a removal its neighbour', () => {
    const symbols = heartAndStar();
    expect(symbols.selected?.name).toBe('star');
    if (symbols.selected) symbols.remove(symbols.selected);
    expect(symbols.selected?.name).toBe('heart');
  });

  test('an invalid name changes nothing', () => {
    const symbols = heartAndStar();
    symbols.add('heart');
    if (symbols.selected) symbols.rename(symbols.selected, 'heart');
    expect(countsOf(symbols).map(([name]) => name)).toEqual(['heart', 'star']);
  });

  test('undo restores removed and renamed symbols, also in storage', async () => {
    const store = new FakeStore();
    const symbols = heartAndStar(store);
    const [heart, star] = symbols.all;
    if (heart && star) {
      symbols.rename(heart, 'core');
      symbols.remove(star);
    }
    await stored(symbols);
    expect([...store.symbols.values()].map(({ name }) => name)).toEqual(['core']);
    symbols.undo();
    symbols.undo();
    await stored(symbols);
    expect(countsOf(symbols)).toEqual([
      ['heart', 1],
      ['star', 1],
    ]);
    expect([...store.symbols.values()].map(({ name }) => name)).toEqual(['heart', 'star']);
  });

  test('report that the browser can’t store them, and are all stored once it can', async () => {
    const store = new FakeStore();
    store.denied = true;
    const symbols = heartAndStar(store);
    await stored(symbols);
    expect(symbols.unsaved).toBe(true);
    store.denied = false;
    symbols.add('moon');
    await stored(symbols);
    expect(symbols.unsaved).toBe(false);
    expect(store.symbols.size).toBe(3);
  });
});

test('files are merged by symbol name, and a faulty one is named', async () => {
  const engine = await realTrainingEngine();
  const { collect } = collectingCalls(engine);
  const context = { report: () => {}, signal: new AbortController().signal };
  const client = {
    call: (_: 'collect', request: Argument<'collect'>) => collect(request, context),
  };
  const symbols = heartAndStar();
  const other = new UserSymbols(new FakeStore());
  for (const name of ['star', 'moon']) {
    other.add(name);
    if (other.selected) other.addDrawing(other.selected, drawing(77));
  }
  const loading = new LoadSymbols(client as never, symbols);
  await loading.load([
    file('no strokes', 'broken.jsonl'),
    file(symbolsFile(other.all), 'pupil.jsonl'),
    file('{"label":7,"strokes":[[[1,2],[3,40]]]}\n', 'digits.jsonl'),
  ]);
  expect(countsOf(symbols)).toEqual([
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
