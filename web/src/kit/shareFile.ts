import { downloadBlob } from './downloadBlob';

/** Opens the system's way to share a file where there is one; elsewhere it is downloaded. */
export async function shareFile(content: Blob, name: string): Promise<void> {
  const file = new File([content], name, { type: 'text/html' });
  const data = { files: [file], title: name };
  if (!navigator.canShare?.(data)) return downloadBlob(content, name);
  try {
    await navigator.share(data);
  } catch (failure) {
    // Who closes the system's sheet wants no file. Any other refusal comes too late after the press, for instance.
    if ((failure as Error).name !== 'AbortError') downloadBlob(content, name);
  }
}
