// Files dropped on the view or pasted into it.

/** Whether it contains files. Anything else that is dragged or pasted is left to the browser. */
export function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** The first picture, else the first file, which is then reported as no picture. */
export function fileIn(transfer: DataTransfer | null): File | null {
  const files = [...(transfer?.files ?? [])];
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0] ?? null;
}
