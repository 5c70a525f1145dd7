import { maxSymbols, type SymbolDrawing, type UserSymbol } from './userSymbol';

/** The symbols in a file, before they are on the page. */
export type NamedDrawings = Pick<UserSymbol, 'name' | 'drawings'>;

export interface Joined {
  symbols: readonly UserSymbol[];
  /** The number of new drawings. Duplicates don't count. */
  added: number;
  /** The names of symbols beyond the limit. */
  leftOut: readonly string[];
}

const textOf = (drawing: SymbolDrawing) => JSON.stringify(drawing);

function newTo(
  drawings: readonly SymbolDrawing[],
  more: readonly SymbolDrawing[],
): SymbolDrawing[] {
  const known = new Set(drawings.map(textOf));
  return more.filter((drawing) => {
    const text = textOf(drawing);
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}

/** Merges the symbols of a file. Symbols with the same name become one. */
export function joinSymbols(
  symbols: readonly UserSymbol[],
  more: readonly NamedDrawings[],
  newId: () => string,
): Joined {
  const byName = new Map(symbols.map((symbol) => [symbol.name, symbol]));
  const leftOut: string[] = [];
  let added = 0;
  for (const { name, drawings } of more) {
    const symbol = byName.get(name) ?? { id: newId(), name, drawings: [] };
    if (!byName.has(name) && byName.size >= maxSymbols) {
      leftOut.push(name);
      continue;
    }
    const fresh = newTo(symbol.drawings, drawings);
    added += fresh.length;
    if (fresh.length > 0 || !byName.has(name))
      byName.set(name, { ...symbol, drawings: [...symbol.drawings, ...fresh] });
  }
  return { symbols: [...byName.values()], added, leftOut };
}
