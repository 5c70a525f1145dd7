import { downloadBlob } from './downloadBlob';

/** Opens the system's share sheet, or downloads the file if there is none. */
export async function shareFile(content: Blob, name: string): Promise<void> {
  const file = new File([content], name, { type: 'text/html' });
  const data = { files: [file], title: name };
  if (!navigator.canShare?.(data)) return downloadBlob(content, name);
  try {
    await navigator.share(data);
  } catch (failure) {
    // After cancelling the share sheet, the user wants no file. Any other failure falls back to a download.
    if ((failure as Error).name !== 'AbortError') downloadBlob(content, name);
  }
}
