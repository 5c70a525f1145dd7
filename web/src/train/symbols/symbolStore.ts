import type { Stroke } from '../../shared/strokes';
import { readAll, remove, save } from '../../storage/database';
import { cleanName, maxCharacters, type UserSymbol } from './userSymbol';

/** Stores symbols beyond the visit, each on its own. Rejects if the browser denies storage or is out of space. */
export interface SymbolStore {
  /** Returns the symbols in the order in which they were first saved. */
  read(): Promise<UserSymbol[]>;
  save(symbols: readonly UserSymbol[]): Promise<void>;
  remove(symbols: readonly UserSymbol[]): Promise<void>;
}

const store = 'signs'; // what symbols were called when browsers first stored them

interface Saved extends UserSymbol {
  place: number; // sort key
}

const isStroke = (stroke: unknown): stroke is Stroke =>
  Array.isArray(stroke) &&
  stroke.length > 0 &&
  stroke.every((point) => Number.isFinite(point?.x) && Number.isFinite(point?.y));

const isDrawing = (drawing: unknown) =>
  Array.isArray(drawing) && drawing.length > 0 && drawing.every(isStroke);

const isName = (name: unknown) =>
  typeof name === 'string' &&
  name !== '' &&
  name === cleanName(name) &&
  [...name].length <= maxCharacters;

function isSaved(value: unknown): value is Saved {
  const { id, name, drawings, place } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    isName(name) &&
    Array.isArray(drawings) &&
    drawings.every(isDrawing) &&
    Number.isFinite(place)
  );
}

/** The sort keys of known symbols, which keep them. */
const places = new Map<string, number>();

function placeOf({ id }: UserSymbol): number {
  const place = places.get(id) ?? Math.max(0, ...places.values()) + 1;
  places.set(id, place);
  return place;
}

export const browserSymbolStore: SymbolStore = {
  async read() {
    const all = await readAll(store, isSaved);
    all.sort((one, other) => one.place - other.place);
    for (const { id, place } of all) places.set(id, place);
    return all.map(({ id, name, drawings }) => ({ id, name, drawings }));
  },
  save: (symbols) =>
    save(
      store,
      symbols.map((symbol) => [symbol.id, { ...symbol, place: placeOf(symbol) } satisfies Saved]),
    ),
  remove: (symbols) =>
    remove(
      store,
      symbols.map(({ id }) => id),
    ),
};
