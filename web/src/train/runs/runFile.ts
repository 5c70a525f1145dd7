import { sha256 } from '../../shared/sha256';
import { faultIn, fields, isObject, type SavedRun } from './savedRun';

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
