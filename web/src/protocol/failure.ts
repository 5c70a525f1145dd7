import type { EngineErrors, None } from './engineErrors';

export type FailureKind = 'refused' | 'declined' | 'cancelled' | 'broken';

/** What goes wrong around the engine, and what the sentence about it is given: limits as people know them. */
interface OwnFailures {
  broken: None;
  noSimd: None;
  modelUnreachable: None;
  templateUnreachable: None;
  modelTooLarge: { limit: number }; // bytes
  workbook: None;
  zipDamaged: None;
  zipEncrypted: None;
  zipEntry: None;
  zipMethod: None;
  zipInside: None;
  tooManyFiles: { limit: number };
  blankPicture: None;
  noPictures: None;
  canvasScrambled: None;
  unreadable: None;
  gzip: None;
  fileTooLarge: { limit: number }; // bytes
  noRun: None;
  noPicture: None;
  noScans: None;
  pictureTooLarge: { pixels: number; bytes: number };
  cameraDenied: None;
  cameraAbsent: None;
  cameraBusy: None;
  cameraInsecure: None;
  tooManyDrawings: { limit: number };
  noStrokes: None;
  runningElsewhere: None;
  alreadyTraining: None;
  dataInUse: None;
  diverged: { epoch: number };
  patchFull: None;
  noReplay: None;
}

/** What went wrong. The page has a sentence for each; the workers have none, they say which. */
export type Failures = OwnFailures & EngineErrors;
export type FailureName = keyof Failures;

/** What a sentence is given, by name. */
export type Values = Readonly<Record<string, number | string>>;

/**
 * Why a call came to nothing. Refused: the engine says no, with a sentence in English, and is as it was
 * before. Declined: the code before the engine says no. Cancelled: the page asked for it. Broken: the worker
 * is gone; the next call starts a fresh one.
 */
export class EngineFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string, // of what is declined or broken a FailureName
    readonly values: Values = {}, // of what is refused with the code, which is a FailureName or ''
    readonly about = '', // the one of several files that it is about
  ) {
    super(message);
    this.name = 'EngineFailure';
  }
}

/** A refusal for which the page has the sentence. */
export function declined<Name extends FailureName>(
  name: Name,
  ...[values]: keyof Failures[Name] extends never ? [] : [Failures[Name]]
): EngineFailure {
  return new EngineFailure('declined', name, { ...values });
}

/** The same failure, said of this file. */
export function about(path: string, failure: unknown): unknown {
  if (!(failure instanceof EngineFailure) || failure.about !== '') return failure;
  return new EngineFailure(failure.kind, failure.message, failure.values, path);
}

/** The failure that an error of the engine is. */
export function refused(error: string): EngineFailure {
  const { message, file = '', ...values } = JSON.parse(error);
  const sentence = file === '' ? message : message.slice(`${file}: `.length);
  return new EngineFailure('refused', sentence, values, file);
}

/** Turns the engine's "empty, or an error" into a refusal. */
export function refuseUnlessEmpty(error: string): void {
  if (error !== '') throw refused(error);
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineFailure('cancelled', '');
}
