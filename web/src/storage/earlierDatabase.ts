// Reads the data of earlier versions. They used one database for all pages of the origin and saved corrections as
// one list.
import { openDatabase, result } from './indexedDb';

/** An entry for the current database. */
export interface Entry {
  store: 'corrections' | 'runs' | 'models';
  key: IDBValidKey;
  value: unknown;
}

/** Returns null if it doesn't exist. Opening would create it, so that is aborted. */
function openEarlier(): Promise<IDBDatabase | null> {
  const abort = (_: IDBDatabase, transaction: IDBTransaction) => transaction.abort();
  return openDatabase('keyval-store', undefined, abort).catch(() => null);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function correctionEntries(list: unknown): Entry[] {
  return listOf(list).flatMap((value, at) => {
    const image = (value as { image?: unknown } | null)?.image;
    if (!(image instanceof Uint8Array)) return [];
    return [
      { store: 'corrections', key: image as BufferSource, value: { ...(value as object), at } },
    ];
  });
}

function entriesOf(key: string, value: unknown): Entry[] {
  if (key === 'corrections') return correctionEntries(value);
  if (key === 'adapted-model') return [{ store: 'models', key: 'adapted', value }];
  return key.startsWith('run:') ? [{ store: 'runs', key: key.slice(4), value }] : [];
}

/** Doesn't delete the database, which earlier versions in other folders may still use. */
export async function earlierEntries(): Promise<Entry[]> {
  const earlier = await openEarlier();
  if (!earlier) return [];
  try {
    const keyval = earlier.transaction('keyval').objectStore('keyval');
    const keys = (await result(keyval.getAllKeys())).filter((key) => typeof key === 'string');
    const values = await Promise.all(keys.map((key) => result(keyval.get(key))));
    return keys.flatMap((key, at) => entriesOf(key, values[at]));
  } catch {
    return []; // another page's database of the same name
  } finally {
    earlier.close();
  }
}
