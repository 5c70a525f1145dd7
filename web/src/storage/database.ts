// The page's IndexedDB database. It holds everything saved beyond the visit, except checkpoints and small
// settings.
import { earlierEntries } from './earlierDatabase';
import { finished, openDatabase, result } from './indexedDb';
import { askToPersist } from './persist';
import { scoped } from './scope';

/** Increase with every new store: existing databases get it only then. */
const version = 4;

/**
 * One store per kind of value, and `meta` for the database's own state. The files named beside a store define and check
 * the fields of its entries. They must accept entries that were saved before a field existed. Checkpoints are in
 * worker/checkpoints, and small settings in localSetting.ts.
 */
const stores = [
  'corrections', // corrections/correction.ts, checked in corrections/correctionStore.ts
  'runs', // train/runs/savedRun.ts
  'models', // model/modelStore.ts
  'rows', // sheets/rowStore.ts
  'cutOuts', // sheets/rowStore.ts
  'signs', // symbols: train/symbols/symbolStore.ts; its first name, under which they are saved
  'forms', // forms/formStore.ts
  'blankForms', // forms/formStore.ts
  'meta',
] as const;
export type Store = Exclude<(typeof stores)[number], 'meta'>;

let opening: Promise<IDBDatabase> | null = null;

function upgrade(database: IDBDatabase): void {
  for (const name of stores) {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
  }
}

/** Imports once, in whichever tab comes first, so that removed entries don't return. */
async function importEarlierEntries(database: IDBDatabase): Promise<void> {
  if (await result(database.transaction('meta').objectStore('meta').get('imported'))) return;
  const entries = await earlierEntries();
  const transaction = database.transaction(stores, 'readwrite');
  const meta = transaction.objectStore('meta');
  const request = meta.get('imported');
  request.onsuccess = () => {
    if (request.result) return;
    for (const { store, key, value } of entries) transaction.objectStore(store).put(value, key);
    meta.put(true, 'imported');
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
    database.close(); // lets a newer version of the page upgrade it
    forget();
  };
  await importEarlierEntries(database);
  return database;
}

/** Opens the database on first use, and again after a failure. */
async function opened(): Promise<IDBDatabase> {
  opening ??= open();
  try {
    return await opening;
  } catch (error) {
    opening = null;
    throw error;
  }
}

/** Returns all valid values of a store and ignores others. Rejects if storage is denied. */
export async function readAll<Value>(
  store: Store,
  isValid: (value: unknown) => value is Value,
): Promise<Value[]> {
  const transaction = (await opened()).transaction(store);
  return (await result(transaction.objectStore(store).getAll())).filter(isValid);
}

/** Returns the value of a key; null if there is none or it is invalid. Rejects if storage is denied. */
export async function readOne<Value>(
  store: Store,
  key: IDBValidKey,
  isValid: (value: unknown) => value is Value,
): Promise<Value | null> {
  const transaction = (await opened()).transaction(store);
  const value: unknown = await result(transaction.objectStore(store).get(key));
  return isValid(value) ? value : null;
}

async function change(store: Store, work: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await opened()).transaction(store, 'readwrite');
  work(transaction.objectStore(store));
  await finished(transaction);
}

/** Saves all entries or none. Rejects if the browser is out of space. */
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
