// Reads gzip (RFC 1952) like the gzip program: any number of members, and zero padding after the last. A
// browser's DecompressionStream reads only one member.
import { Inflate } from 'fflate';
import { pageFailure } from '../../protocol/failure';
import { joined, type Sink } from './sink';

const headBytes = 10;
const maxHeaderBytes = 2 ** 18; // 64 KB of extra fields, plus names and comments
const tailBytes = 8; // CRC-32 and uncompressed length

// A decompression bomb can grow a thousandfold.
const bytesAtATime = 2 ** 15;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const placeBehindZero = (bytes: Uint8Array, from: number): number =>
  (bytes.indexOf(0, from) + 1 || Number.POSITIVE_INFINITY) as number;

/** Returns the length of a member's header; infinite while incomplete. Throws if it is invalid. */
function headerLength(bytes: Uint8Array): number {
  const marks = [0x1f, 0x8b, 8];
  if (marks.some((mark, at) => at < bytes.length && bytes[at] !== mark)) throw pageFailure('gzip');
  if (bytes.length < headBytes + 2) return Number.POSITIVE_INFINITY;
  const flags = bytes[3] ?? 0;
  let end = headBytes;
  if (flags & 4) end += 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0);
  if (flags & 8) end = placeBehindZero(bytes, end); // file name
  if (flags & 16) end = placeBehindZero(bytes, end); // comment
  return flags & 2 ? end + 2 : end;
}

/** Internal state of fflate's streams: whether the stream has ended, and the rest of the input. */
interface InflateState {
  s: { f?: number; l?: unknown; p: number };
  p: Uint8Array;
}

/** Returns the input after the end of the stream; null before that. */
function restBehind(inflate: Inflate): Uint8Array | null {
  const { s: state, p: left } = inflate as unknown as InflateState;
  return state.f && !state.l ? left.subarray(Math.ceil(state.p / 8)) : null;
}

/** Passes the unpacked bytes to a sink. Throws if the input isn't gzip, or is damaged or truncated. */
export class GzipReader implements Sink {
  private part: 'header' | 'body' | 'tail' | 'between' = 'header';
  private pending = new Uint8Array(0);
  private inflate = new Inflate();
  private unpacked = new Uint8Array(0); // output of the last push
  private crc = 0;
  private length = 0;

  constructor(private readonly sink: Sink) {}

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += bytesAtATime) {
      // Copies, because the caller may reuse the chunk's memory.
      this.pending = joined([this.pending, chunk.subarray(at, at + bytesAtATime)]);
      while (this.pending.length > 0 && this.step());
    }
  }

  end(): void {
    if (this.part !== 'between') throw pageFailure('gzip');
    this.sink.end();
  }

  /** Consumes one part of the pending bytes. False if more are needed. */
  private step(): boolean {
    if (this.part === 'header') return this.readHeader();
    if (this.part === 'body') return this.readBody();
    return this.part === 'tail' ? this.readTail() : this.skipZeros();
  }

  private readHeader(): boolean {
    const length = headerLength(this.pending);
    const held = this.pending.length;
    if (length > held && held > maxHeaderBytes) throw pageFailure('gzip');
    if (length > held) return false;
    this.take(length);
    this.begin();
    return true;
  }

  private begin(): void {
    this.part = 'body';
    this.crc = 0;
    this.length = 0;
    this.inflate = new Inflate((chunk) => {
      this.unpacked = chunk;
    });
  }

  private readBody(): boolean {
    try {
      this.inflate.push(this.pending);
    } catch {
      throw pageFailure('gzip');
    }
    this.forward(this.unpacked);
    const rest = restBehind(this.inflate);
    this.pending = new Uint8Array(rest ?? []);
    if (rest) this.part = 'tail';
    return rest !== null;
  }

  private forward(chunk: Uint8Array): void {
    this.crc = crcOf(chunk, this.crc);
    this.length = (this.length + chunk.length) >>> 0;
    if (chunk.length > 0) this.sink.push(chunk);
  }

  private readTail(): boolean {
    if (this.pending.length < tailBytes) return false;
    const { buffer, byteOffset } = this.pending;
    const tail = new DataView(buffer, byteOffset, tailBytes);
    const whole = tail.getUint32(0, true) === this.crc && tail.getUint32(4, true) === this.length;
    if (!whole) throw pageFailure('gzip');
    this.take(tailBytes);
    this.part = 'between';
    return true;
  }

  private skipZeros(): boolean {
    const next = this.pending.findIndex((byte) => byte !== 0);
    this.take(next < 0 ? this.pending.length : next);
    if (next >= 0) this.part = 'header';
    return next >= 0;
  }

  private take(bytes: number): void {
    this.pending = this.pending.slice(bytes);
  }
}
