import type { RunHistory, RunInfo, TimedProgress } from '../../protocol/runs';
import { checkpointMagic } from '../../shared/checkpointMagic';
import { digitNames } from '../../shared/classes';
import { sha256 } from '../../shared/sha256';
import { settingsFrom } from '../../shared/trainingSettings';

/** Everything needed to resume a run, except its data. */
export interface Checkpoint {
  generation: number; // the run's checkpoints, counted from 1
  info: RunInfo;
  history: RunHistory;
  state: Uint8Array; // engine state
}

const magic = checkpointMagic.current;
const hashBytes = 32;
const headBytes = magic.length + hashBytes + 4; // including the length of the text

/**
 * Writes a file: 8 bytes of magic, the SHA-256 of the rest (zeros if hashing isn't available; the engine's state
 * has its own), the length of a text (little-endian), that text as JSON, and the engine's state.
 */
export async function encodeCheckpoint({ state, ...rest }: Checkpoint): Promise<Uint8Array> {
  const text = new TextEncoder().encode(JSON.stringify(rest));
  const file = new Uint8Array(headBytes + text.length + state.length);
  file.set(new TextEncoder().encode(magic));
  new DataView(file.buffer).setUint32(headBytes - 4, text.length, true);
  file.set(text, headBytes);
  file.set(state, headBytes + text.length);
  file.set((await sha256(hashed(file))) ?? [], magic.length);
  return file;
}

const hashed = (file: Uint8Array) => file.subarray(magic.length + hashBytes);

/** Returns false only if the hash shows damage. Pages without HTTPS can neither write nor check one. */
async function mayBeWhole(file: Uint8Array): Promise<boolean> {
  const written = file.subarray(magic.length, magic.length + hashBytes);
  const hash = written.some((byte) => byte !== 0) ? await sha256(hashed(file)) : null;
  return hash === null || hash.every((byte, at) => byte === written[at]);
}

/** JSON writes NaN as null. */
const nullAsNaN = (_: string, value: unknown) => (value === null ? Number.NaN : value);

type Fields = Record<string, unknown>;

const allAre = (type: 'number' | 'string', fields: Fields, names: readonly string[]) =>
  names.every((name) => typeof fields[name] === type);

const numbers = [
  ...(['epoch', 'epochs', 'step', 'steps', 'images_seen', 'learning_rate'] as const),
  ...(['rate_scale', 'batch_loss', 'batch_accuracy', 'training_loss'] as const),
  ...(['training_accuracy', 'validation_loss', 'validation_accuracy'] as const),
  ...(['best_epoch', 'elapsed_ms'] as const),
] satisfies (keyof TimedProgress)[];

const isProgress = (one: Fields) =>
  allAre('string', one, ['state']) && allAre('number', one, numbers);

/** The progress isn't empty, because checkpoints are written after a step. */
const isHistory = ({ progress, elapsed_ms }: Fields) =>
  Array.isArray(progress) &&
  progress.length > 0 &&
  progress.every(isProgress) &&
  Number.isFinite(elapsed_ms);

const areNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** Returns null if a field is missing. Earlier versions knew only digits and saved no classes. */
function infoFrom({ id, begun, data, settings }: Fields): RunInfo | null {
  const known = { classes: digitNames, ...(data as Fields) };
  const read = settingsFrom(settings);
  const complete =
    typeof id === 'string' &&
    Number.isFinite(begun) &&
    allAre('string', known, ['name', 'format', 'details']) &&
    areNames(known.classes);
  return complete && read
    ? ({ id, begun, data: known, settings: read } as unknown as RunInfo)
    : null;
}

type CheckpointFields = Omit<Checkpoint, 'state'>;

/** The fields as version 1 named them. */
interface FieldsOfVersion1 {
  generation: number;
  about: RunInfo;
  story: { told: RunHistory['progress']; elapsed_ms: number };
}

/** Converts each version's JSON to the current fields, by the file's magic. */
const versions: Partial<Record<string, (json: never) => CheckpointFields>> = {
  [checkpointMagic.version1]: ({ generation, about, story }: FieldsOfVersion1) => ({
    generation,
    info: about,
    history: { progress: story.told, elapsed_ms: story.elapsed_ms },
  }),
  [magic]: (fields: CheckpointFields) => fields,
};

/** Returns null if a field is missing, from another version, or damaged in a way that no hash could show. */
function checked(
  text: string,
  fieldsOf: (json: never) => CheckpointFields,
): CheckpointFields | null {
  try {
    const rest = fieldsOf(JSON.parse(text, nullAsNaN) as never);
    const info = infoFrom({ ...rest.info });
    const known = Number.isInteger(rest.generation) && isHistory({ ...rest.history });
    return known && info ? { ...rest, info } : null;
  } catch {
    return null; // not JSON, or an object is missing
  }
}

/**
 * Returns null for a file that encodeCheckpoint() didn't write, or that is damaged, for example by an incomplete
 * write.
 */
export async function decodeCheckpoint(file: Uint8Array): Promise<Checkpoint | null> {
  if (file.length < headBytes) return null;
  const fieldsOf = versions[new TextDecoder().decode(file.subarray(0, magic.length))];
  if (!fieldsOf) return null;
  if (!(await mayBeWhole(file))) return null;
  const view = new DataView(file.buffer, file.byteOffset);
  const end = headBytes + view.getUint32(headBytes - 4, true);
  const fields = checked(new TextDecoder().decode(file.subarray(headBytes, end)), fieldsOf);
  return fields && { ...fields, state: file.slice(end) };
}

/** Returns the latest intact checkpoint. */
export async function newestCheckpoint(
  files: readonly (Uint8Array | null)[],
): Promise<Checkpoint | null> {
  const all = await Promise.all(files.map((file) => (file ? decodeCheckpoint(file) : null)));
  const whole = all.filter((one) => one !== null);
  return whole.sort((one, other) => other.generation - one.generation)[0] ?? null;
}
