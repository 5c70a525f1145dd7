import { pageFailure } from '../../protocol/failure';

// The end record, including a comment of up to 64 KB, is within this distance of the file's end.
const longestEnd = 22 + 0xffff;
const endMarks = [0x50, 0x4b, 5, 6];
const entryMark = 0x02014b50;
const entryBytes = 46;

// Placeholder for a number that is in the 64-bit record.
const elsewhere16 = 0xffff;
const elsewhere32 = 0xffffffff;

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}

function placeOfEnd(tail: DataView): number {
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (endMarks.every((byte, offset) => tail.getUint8(at + offset) === byte)) return at;
  }
  throw pageFailure('zipDamaged');
}

/** The contents declared in the archive's directory. */
export interface DeclaredContents {
  entries: number;
  bytes: number; // uncompressed
}

/** Returns the declared size of all entries. Throws if any is encrypted. */
function bytesIn(directory: DataView): number {
  let bytes = 0;
  let at = 0;
  while (at + entryBytes <= directory.byteLength && directory.getUint32(at, true) === entryMark) {
    if (directory.getUint16(at + 8, true) & 1) throw pageFailure('zipEncrypted');
    bytes += directory.getUint32(at + 24, true);
    const lengths = [28, 30, 32].map((offset) => directory.getUint16(at + offset, true));
    at += entryBytes + lengths.reduce((sum, length) => sum + length, 0);
  }
  return bytes;
}

/** Returns null if only the 64-bit record has the numbers. Throws if the archive is truncated. */
export async function declaredContents(archive: Blob): Promise<DeclaredContents | null> {
  const tail = await viewOf(archive.slice(Math.max(0, archive.size - longestEnd)));
  const end = placeOfEnd(tail);
  const [count, size, begin] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  if (count === elsewhere16 || begin === elsewhere32) return null;
  const directory = await viewOf(archive.slice(begin, begin + size));
  return { entries: count, bytes: bytesIn(directory) };
}
