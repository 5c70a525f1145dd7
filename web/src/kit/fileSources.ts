// Files on their way from a choice or a drop, with the folders that they lie in.
import type { FileSource } from '../protocol/calls';

/** Files that were chosen by themselves, or with a folder that they lie in. */
export function sourcesOf(files: readonly File[]): FileSource[] {
  return files.map((file) => ({
    path: file.webkitRelativePath || file.name,
    file,
    optional: Boolean(file.webkitRelativePath),
  }));
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A folder gives its entries a hundred at a time, and none when it has given all. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    for (const one of some) all.push(one);
  }
}

/** Adds a file, or all that lie in a folder: there may be more than a call takes as arguments. */
async function collect(entry: FileSystemEntry, chosen: boolean, all: FileSource[]): Promise<void> {
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    all.push({ path: entry.fullPath.replace(/^\//, ''), file, optional: !chosen });
    return;
  }
  const entries = await entriesOf(entry as FileSystemDirectoryEntry);
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const one of entries) await collect(one, false, all);
}

/** All that was dropped: files, and what lies in folders. Its list is empty once the event is over. */
export async function dropped(transfer: DataTransfer | null): Promise<FileSource[]> {
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...(transfer?.files ?? [])];
  const known = entries.filter((entry) => entry !== null);
  if (!known.some((entry) => entry.isDirectory)) return sourcesOf(files);
  const all: FileSource[] = [];
  for (const entry of known) await collect(entry, true, all);
  return all;
}
