// Data embedded in the page.
import type { Words } from '../shared/pageTemplate';

const textIn = (id: string) => document.getElementById(id)?.textContent ?? '';

export const words = JSON.parse(textIn('words')) as Words;

export function bytesIn(id: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(textIn(id)), (letter) => letter.charCodeAt(0));
}

export function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
