import { encode } from 'fast-png';
import type { CellPicture } from './formCells';

/** Rounds to 16 shades, which people can't tell from 256 here: noise would make files several times as large. */
const rounded = (shade: number) => (shade & 0xf0) | (shade >> 4);

/**
 * Encodes a cell's picture as a PNG. A browser's own encoders take milliseconds for each canvas, which adds up to a third
 * of the time for a sheet.
 */
export function cellImage({ grey, width, height }: CellPicture): Uint8Array {
  const data = grey.length > 0 ? grey.map(rounded) : Uint8Array.of(0xff);
  const size = grey.length > 0 ? { width, height } : { width: 1, height: 1 };
  return encode({ ...size, data, channels: 1, depth: 8 }, { zlib: { level: 1 } });
}
