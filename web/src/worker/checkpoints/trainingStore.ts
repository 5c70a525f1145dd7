/**
 * Stores runs beyond their worker's life, in one folder of files per run, named by its id. Rejects if the browser
 * denies storage or is out of space.
 */
export interface TrainingStore {
  ids(): Promise<string[]>;
  read(id: string, file: string): Promise<Uint8Array | null>;
  write(id: string, file: string, bytes: Uint8Array): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Worker-only file API that the DOM types lack. */
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

/** Returns null if the file doesn't exist. */
async function nullIfMissing<Found>(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/**
 * The origin-private file system. A worker writes files in place and synchronously, without copying megabytes.
 * Hashes detect incomplete writes.
 */
export const browserTrainingStore: TrainingStore = {
  async ids() {
    const all: string[] = [];
    for await (const name of (await folder()).keys()) all.push(name);
    return all;
  },
  async read(id, file) {
    const training = await nullIfMissing((await folder()).getDirectoryHandle(id));
    const found = training && (await nullIfMissing(training.getFileHandle(file)));
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
    await nullIfMissing((await folder()).removeEntry(id, { recursive: true }));
  },
};
