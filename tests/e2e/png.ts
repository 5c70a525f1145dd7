import { crc32, deflateSync } from 'node:zlib';

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  return Buffer.concat([word(data.length), named, word(crc32(named))]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
const eightBitsOfGrey = Buffer.from([8, 0, 0, 0, 0]);

/** Returns a PNG of a grey picture; 0 is black. */
export function png(pixels: readonly number[], width = 28): Uint8Array {
  const height = pixels.length / width;
  const rows = Buffer.alloc(height * (width + 1)); // each row starts with filter type 0 (none)
  for (let row = 0; row < height; row++) {
    rows.set(pixels.slice(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', Buffer.concat([word(width), word(height), eightBitsOfGrey])),
      chunk('IDAT', deflateSync(rows, { level: 1 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** Enlarges each pixel by this factor. */
export function enlarged(pixels: readonly number[], times: number): number[] {
  const side = 28 * times;
  return Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)];
    return pixels[28 * Math.floor(y / times) + Math.floor(x / times)] ?? 0;
  });
}
