/**
 * Stores trainings beyond their worker's life: a folder of files for each, named by its id. Rejects if the
 * browser denies storage or is out of space.
 */
export interface TrainingStore {
  ids(): Promise<string[]>;
  read(id: string, file: string): Promise<Uint8Array | null>;
  write(id: string, file: string, bytes: Uint8Array): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What workers, and the types of pages not, know of a file of their own. */
interface SyncAccess {
  createSyncAccessHandle(): Promise<{
    truncate(size: number): void;
    write(bytes: Uint8Array, place: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

const folderName = 'trainings';

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** Null for what is not there. */
async function unlessMissing<Found>(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/**
 * The files that a browser keeps for the page alone. A worker writes them in place and at once, without a
 * copy or a transaction of megabytes; what a broken write leaves is found by its hash.
 */
export const browserTrainingStore: TrainingStore = {
  async ids() {
    const all: string[] = [];
    for await (const name of (await folder()).keys()) all.push(name);
    return all;
  },
  async read(id, file) {
    const training = await unlessMissing((await folder()).getDirectoryHandle(id));
    const found = training && (await unlessMissing(training.getFileHandle(file)));
    return found && new Uint8Array(await (await found.getFile()).arrayBuffer());
  },
  async write(id, file, bytes) {
    const training = await (await folder()).getDirectoryHandle(id, { create: true });
    const created: unknown = await training.getFileHandle(file, { create: true });
    const open = await (created as SyncAccess).createSyncAccessHandle();
    try {
      open.truncate(bytes.length);
      if (open.write(bytes, { at: 0 }) < bytes.length)
        throw new DOMException('', 'QuotaExceededError');
      open.flush();
    } finally {
      open.close();
    }
  },
  async remove(id) {
    await unlessMissing((await folder()).removeEntry(id, { recursive: true }));
  },
};
