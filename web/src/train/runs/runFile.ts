import type { Row } from '../../charts/history';
import { sha256 } from '../../shared/sha256';
import type { SavedRun } from './savedRun';

// A run as one file, `NAME.inkling-run.json`: an object with the fields of SavedRun, `format` and `version`, the
// model in base64 and its SHA-256 in hexadecimal. Unknown fields are ignored.
const format = 'inkling run';
const version = 1;
export const maxBytes = 128e6;

/** Why a file isn't a valid run. */
export class RunRefusal extends Error {
  constructor(
    readonly reason: 'tooLarge' | 'notJson' | 'otherFile' | 'newer' | 'damaged',
    readonly field = '',
  ) {
    super(`${reason} ${field}`);
  }
}

/** Returns the hash in hexadecimal; empty if hashing isn't available. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = (await sha256(bytes)) ?? [];
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw new RunRefusal('damaged', 'model');
  }
}

export async function runFile(run: SavedRun): Promise<string> {
  const model = base64(run.model);
  return JSON.stringify({ format, version, ...run, model, model_sha256: await hashOf(run.model) });
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string' && value.length <= 1000;
const isCount = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;
const isShare = (value: unknown) => value === null || (isCount(value) && Number(value) <= 1);
const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

/** Settings may be from any version. They are validated again before use. */
const areSettings = (value: unknown) => isObject(value) && Object.values(value).every(isPlain);

const counts = ['epoch', 'step', 'elapsed_ms'] satisfies (keyof Row)[];
const measures = [
  ...(['batch_loss', 'batch_accuracy', 'training_loss', 'training_accuracy'] as const),
  ...(['validation_loss', 'validation_accuracy'] as const),
] satisfies (keyof Row)[];

const isRow = (row: unknown) =>
  isObject(row) &&
  counts.every((name) => isCount(row[name])) &&
  measures.every((name) => row[name] === null || typeof row[name] === 'number');
const areRows = (value: unknown) =>
  Array.isArray(value) && value.length <= 10_000 && value.every(isRow);

const checks: Record<Exclude<keyof SavedRun, 'model' | 'number'>, (value: unknown) => boolean> = {
  id: (value) => isText(value) && /^[\w-]+$/.test(String(value)),
  name: isText,
  begun: (value) => isCount(value) && Number(value) <= 8.64e15,
  data: isText,
  network: isText,
  settings: areSettings,
  epochs: isCount,
  elapsed_ms: isCount,
  accuracy: isShare,
  rows: areRows,
};
const fields = Object.keys(checks) as (keyof typeof checks)[];

/** Returns the first field that is missing or malformed. Doesn't check the model. */
const faultIn = (run: Fields) => fields.find((field) => !checks[field](run[field]));

/** Whether the value is a valid run, whoever wrote it. */
export const isSavedRun = (value: unknown): value is SavedRun =>
  isObject(value) &&
  !faultIn(value) &&
  value.model instanceof Uint8Array &&
  (value.number === undefined || isCount(value.number));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RunRefusal('notJson');
  }
}

/** Reads a run that runFile() wrote. Throws a RunRefusal for anything else. */
export async function runIn(file: Blob): Promise<SavedRun> {
  if (file.size > maxBytes) throw new RunRefusal('tooLarge');
  const parsedFile = parsed(await file.text());
  if (!isObject(parsedFile) || parsedFile.format !== format) throw new RunRefusal('otherFile');
  if (parsedFile.version !== version) throw new RunRefusal('newer');
  const fault = faultIn(parsedFile);
  if (fault) throw new RunRefusal('damaged', fault);
  if (typeof parsedFile.model !== 'string') throw new RunRefusal('damaged', 'model');
  const model = bytesOf(parsedFile.model);
  // The page that saved it may not have been able to hash.
  const hash = parsedFile.model_sha256 === '' ? '' : await hashOf(model);
  if (hash !== '' && hash !== parsedFile.model_sha256) throw new RunRefusal('damaged', 'model');
  const known = Object.fromEntries(fields.map((field) => [field, parsedFile[field]]));
  return { ...known, model } as SavedRun;
}
