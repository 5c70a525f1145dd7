import { maxSigns, type Sign, type SignDrawing } from './sign';

/** The signs in a file, before they are on the page. */
export type NamedDrawings = Pick<Sign, 'name' | 'drawings'>;

export interface Joined {
  signs: readonly Sign[];
  /** The number of new drawings. Duplicates don't count. */
  added: number;
  /** The names of signs beyond the limit. */
  leftOut: readonly string[];
}

const textOf = (drawing: SignDrawing) => JSON.stringify(drawing);

function newTo(drawings: readonly SignDrawing[], more: readonly SignDrawing[]): SignDrawing[] {
  const known = new Set(drawings.map(textOf));
  return more.filter((drawing) => {
    const text = textOf(drawing);
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}

/** Merges the signs of a file. Signs with the same name become one. */
export function joinSigns(
  signs: readonly Sign[],
  more: readonly NamedDrawings[],
  newId: () => string,
): Joined {
  const byName = new Map(signs.map((sign) => [sign.name, sign]));
  const leftOut: string[] = [];
  let added = 0;
  for (const { name, drawings } of more) {
    const sign = byName.get(name) ?? { id: newId(), name, drawings: [] };
    if (!byName.has(name) && byName.size >= maxSigns) {
      leftOut.push(name);
      continue;
    }
    const fresh = newTo(sign.drawings, drawings);
    added += fresh.length;
    if (fresh.length > 0 || !byName.has(name))
      byName.set(name, { ...sign, drawings: [...sign.drawings, ...fresh] });
  }
  return { signs: [...byName.values()], added, leftOut };
}
