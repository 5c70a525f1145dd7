// What is dropped on the room or pasted into it.

/** Whether there are files in it: what else is dragged or pasted is none of the room's business. */
export function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** Of several files the first picture; otherwise the first, of which is told that it is none. */
export function fileIn(transfer: DataTransfer | null): File | null {
  const files = [...(transfer?.files ?? [])];
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0] ?? null;
}
