// Extracts the pages of a scanned PDF without parsing it: scanners and phones embed each page as a JPEG file.
import { sizeOf } from '../../shared/pictureFormats';

const minSide = 300; // pixels; anything smaller is a logo or a thumbnail

/** The position of an ASCII text in bytes, or -1. */
function find(text: string, bytes: Uint8Array, from: number): number {
  const letters = Array.from(text, (letter) => letter.charCodeAt(0));
  const [first = 0] = letters;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (letters.every((letter, offset) => bytes[at + offset] === letter)) return at;
  }
  return -1;
}

export const isPdf = (bytes: Uint8Array) => find('%PDF-', bytes.subarray(0, 1024), 0) >= 0;

/** The start of a stream's content, after the line end that follows the keyword (ISO 32000-1, 7.3.8). */
function contentStart(bytes: Uint8Array, keyword: number): number {
  const at = keyword + 'stream'.length;
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
}

function isPage(picture: Uint8Array): boolean {
  const { width, height } = sizeOf(picture) ?? { width: 0, height: 0 };
  return Math.min(width, height) >= minSide;
}

/** The JPEG files of the pages, in file order. Skips those compressed once more by another filter. */
export function scannedPages(pdf: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const pages: Uint8Array<ArrayBuffer>[] = [];
  for (let at = find('/DCTDecode', pdf, 0); at >= 0; at = find('/DCTDecode', pdf, at)) {
    const keyword = find('stream', pdf, at);
    const end = keyword < 0 ? -1 : find('endstream', pdf, keyword);
    if (end < 0) return pages;
    const picture = pdf.slice(contentStart(pdf, keyword), end);
    if (isPage(picture)) pages.push(picture);
    at = end;
  }
  return pages;
}
