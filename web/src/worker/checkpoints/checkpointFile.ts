import type { RunHistory, RunInfo } from '../../protocol/runs';
import { settingsFrom } from '../../shared/settings';

/** Everything needed to resume a training, except its data. */
export interface Checkpoint {
  generation: number; // counts those of one training, from 1
  info: RunInfo;
  history: RunHistory;
  state: Uint8Array; // the engine's
}

const magic = 'inkling2';
const hashBytes = 32;
const headBytes = magic.length + hashBytes + 4; // and the length of the text

/** Nothing on a page that did not come safely, which browsers give no hashes; the engine's state has its own. */
async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  if (!crypto.subtle) return new Uint8Array();
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
}

/**
 * A file: 8 bytes that name its form, the SHA-256 of all that comes after it, the length of a text
 * (little-endian), that text as JSON, and the engine's state.
 */
export async function encodeCheckpoint({ state, ...rest }: Checkpoint): Promise<Uint8Array> {
  const text = new TextEncoder().encode(JSON.stringify(rest));
  const file = new Uint8Array(headBytes + text.length + state.length);
  file.set(new TextEncoder().encode(magic));
  new DataView(file.buffer).setUint32(headBytes - 4, text.length, true);
  file.set(text, headBytes);
  file.set(state, headBytes + text.length);
  file.set(await sha256(file.subarray(magic.length + hashBytes)), magic.length);
  return file;
}

/** JSON has no numbers that are none. */
const numberOrNone = (_: string, value: unknown) => (value === null ? Number.NaN : value);

/** Null if its settings are from another version, or if it is damaged and no hash could show that. */
function checked(text: string): Omit<Checkpoint, 'state'> | null {
  try {
    const rest = JSON.parse(text, numberOrNone);
    return settingsFrom(rest.info.settings) && rest;
  } catch {
    return null;
  }
}

/** Null for what packed() has not written, or what has changed since: a write that broke off, too. */
export async function decodeCheckpoint(file: Uint8Array): Promise<Checkpoint | null> {
  if (file.length < headBytes) return null;
  if (new TextDecoder().decode(file.subarray(0, magic.length)) !== magic) return null;
  const hash = await sha256(file.subarray(magic.length + hashBytes));
  if (!hash.every((byte, at) => byte === file[magic.length + at])) return null;
  const view = new DataView(file.buffer, file.byteOffset);
  const end = headBytes + view.getUint32(headBytes - 4, true);
  const rest = checked(new TextDecoder().decode(file.subarray(headBytes, end)));
  return rest && { ...rest, state: file.slice(end) };
}

/** The latest of those that are whole. */
export async function newestCheckpoint(
  files: readonly (Uint8Array | null)[],
): Promise<Checkpoint | null> {
  const all = await Promise.all(files.map((file) => (file ? decodeCheckpoint(file) : null)));
  const whole = all.filter((one) => one !== null);
  return whole.sort((one, other) => other.generation - one.generation)[0] ?? null;
}
