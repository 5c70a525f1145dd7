// The page's database: what outlives it, but for trainings that go on and choices of a few letters.
import { earlierEntries } from './earlierDatabase';
import { finished, openDatabase, result } from './indexedDb';
import { askToPersist } from './persist';
import { scoped } from './scope';

const version = 1;

/** A store for each kind of thing, and one for what the database says of itself. */
const stores = ['corrections', 'runs', 'models', 'meta'] as const;
export type Store = Exclude<(typeof stores)[number], 'meta'>;

let opening: Promise<IDBDatabase> | null = null;

function upgrade(database: IDBDatabase): void {
  for (const name of stores) {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
  }
}

/** Once, whichever tab is first: what is removed later does not come back. */
async function bringEarlierEntries(database: IDBDatabase): Promise<void> {
  if (await result(database.transaction('meta').objectStore('meta').get('brought'))) return;
  const entries = await earlierEntries();
  const transaction = database.transaction(stores, 'readwrite');
  const meta = transaction.objectStore('meta');
  const asked = meta.get('brought');
  asked.onsuccess = () => {
    if (asked.result) return;
    for (const { store, key, value } of entries) transaction.objectStore(store).put(value, key);
    meta.put(true, 'brought');
  };
  await finished(transaction);
}

async function open(): Promise<IDBDatabase> {
  const database = await openDatabase(scoped('data'), version, upgrade);
  const forget = () => {
    opening = null;
  };
  database.onclose = forget;
  database.onversionchange = () => {
    database.close(); // so that a newer page can go on
    forget();
  };
  await bringEarlierEntries(database);
  return database;
}

/** Opened when it is needed first, and again after it could not be. */
async function opened(): Promise<IDBDatabase> {
  opening ??= open();
  try {
    return await opening;
  } catch (error) {
    opening = null;
    throw error;
  }
}

/** All of a kind, without what is wrong, or another version's. Rejects where storage is denied. */
export async function readAll<Value>(
  store: Store,
  isValid: (value: unknown) => value is Value,
): Promise<Value[]> {
  const transaction = (await opened()).transaction(store);
  return (await result(transaction.objectStore(store).getAll())).filter(isValid);
}

async function change(store: Store, work: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await opened()).transaction(store, 'readwrite');
  work(transaction.objectStore(store));
  await finished(transaction);
}

/** All of them, or none where there is no room. */
export async function save(
  store: Store,
  entries: readonly (readonly [key: IDBValidKey, value: unknown])[],
): Promise<void> {
  await change(store, (open) => {
    for (const [key, value] of entries) open.put(value, key);
  });
  void askToPersist();
}

export function remove(store: Store, keys: readonly IDBValidKey[]): Promise<void> {
  return change(store, (open) => {
    for (const key of keys) open.delete(key);
  });
}
