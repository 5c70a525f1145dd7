// Reads files that were dropped on the view or pasted into it.

/** Whether it contains files. Other dragged or pasted content is left to the browser. */
export function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** Returns the first picture, or else the first file, which is then rejected as not being a picture. */
export function fileIn(transfer: DataTransfer | null): File | null {
  const files = [...(transfer?.files ?? [])];
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0] ?? null;
}
