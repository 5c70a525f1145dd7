// Collects chosen or dropped files, with the paths of their folders.
import type { FileSource } from '../protocol/calls';

/** Returns files that were chosen individually or as a folder. */
export function sourcesOf(files: readonly File[]): FileSource[] {
  return files.map((file) => ({
    path: file.webkitRelativePath || file.name,
    file,
    optional: Boolean(file.webkitRelativePath),
  }));
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** Lists a folder. Browsers return at most a hundred entries per call, and none at the end. */
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

/** Adds a file, or all files in a folder. Doesn't use spread arguments, whose number is limited. */
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

/**
 * Returns all dropped files, including those in folders. Reads the list at once, because it is emptied after the
 * event.
 */
export async function dropped(transfer: DataTransfer | null): Promise<FileSource[]> {
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...(transfer?.files ?? [])];
  const known = entries.filter((entry) => entry !== null);
  if (!known.some((entry) => entry.isDirectory)) return sourcesOf(files);
  const all: FileSource[] = [];
  for (const entry of known) await collect(entry, true, all);
  return all;
}
