/** Hands the browser a file to save, as if a link to it had been followed. */
export function save(name: string, content: string | Uint8Array): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart]));
  link.download = name;
  link.click();
  // The browser has taken it by the next turn of its loop at the latest.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
