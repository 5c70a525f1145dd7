// The formats of pictures: their signatures, and their sizes by the header, which are known before decoding. To add one:
// a row of `formats`, its name in pictureName.ts, and in the command core/base/FileSignature and core/cli/images.
import type { Size } from './strokes';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

export const isPng = (bytes: Uint8Array): boolean => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47);
export const isJpeg = (bytes: Uint8Array): boolean => startsWith(bytes, 0xff, 0xd8, 0xff);
const isGif = (bytes: Uint8Array): boolean => startsWith(bytes, 0x47, 0x49, 0x46, 0x38);
const isBmp = (bytes: Uint8Array): boolean => startsWith(bytes, 0x42, 0x4d);
const isRiff = (bytes: Uint8Array): boolean => startsWith(bytes, 0x52, 0x49, 0x46, 0x46);

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** PNG: a fixed position in the header. */
function sizeOfPng(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null;
  return { width: viewOf(bytes).getUint32(16), height: viewOf(bytes).getUint32(20) };
}

/** JPEG: the segment that starts a frame (SOF0 to SOF15). */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length && view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) {
      at += 1; // fill byte
      continue;
    }
    const framing = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (framing) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** GIF: after the signature. */
function sizeOfGif(bytes: Uint8Array): Size | null {
  if (bytes.length < 10) return null;
  return { width: viewOf(bytes).getUint16(6, true), height: viewOf(bytes).getUint16(8, true) };
}

/** BMP: in the header. A negative height means rows from top to bottom. */
function sizeOfBmp(bytes: Uint8Array): Size | null {
  if (bytes.length < 26) return null;
  const view = viewOf(bytes);
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

const most14 = 0x3fff;
const most24 = 0xffffff;

/** WebP: in the first chunk, which has one of three formats (RFC 9649). */
function sizeOfWebp(bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null;
  const view = viewOf(bytes);
  const read = (at: number, mask: number, shift = 0) => (view.getUint32(at, true) >>> shift) & mask;
  switch (String.fromCharCode(...bytes.subarray(12, 16))) {
    case 'VP8 ':
      return { width: read(26, most14), height: read(26, most14, 16) };
    case 'VP8L':
      return { width: 1 + read(21, most14), height: 1 + read(21, most14, 14) };
    case 'VP8X':
      return { width: 1 + read(24, most24), height: 1 + read(26, most24, 8) };
    default:
      return null;
  }
}

const formats = [
  { has: isPng, sizeOf: sizeOfPng },
  { has: isJpeg, sizeOf: sizeOfJpeg },
  { has: isGif, sizeOf: sizeOfGif },
  { has: isBmp, sizeOf: sizeOfBmp },
  { has: isRiff, sizeOf: sizeOfWebp },
];

/** Returns null if it isn't a picture that browsers support, or has no size in the header. */
export const sizeOf = (bytes: Uint8Array): Size | null =>
  formats.find(({ has }) => has(bytes))?.sizeOf(bytes) ?? null;
