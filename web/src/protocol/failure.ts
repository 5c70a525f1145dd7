export type FailureKind = 'refused' | 'declined' | 'cancelled' | 'broken';

/** What went wrong. The page has a sentence for each; the workers have none, they say which. */
export type FailureName =
  | 'broken'
  | 'noSimd'
  | 'modelUnreachable'
  | 'templateUnreachable'
  | 'modelTooLarge'
  | 'emptyFile'
  | 'noFiles'
  | 'workbook'
  | 'pytorch'
  | 'zipDamaged'
  | 'zipEncrypted'
  | 'zipEntry'
  | 'zipMethod'
  | 'zipInside'
  | 'tooManyFiles'
  | 'blankPicture'
  | 'noPictures'
  | 'canvasScrambled'
  | 'unreadable'
  | 'gzip'
  | 'fileTooLarge'
  | 'noData'
  | 'noRun'
  | 'noPicture'
  | 'pictureTooLarge'
  | 'cameraDenied'
  | 'cameraAbsent'
  | 'cameraBusy'
  | 'cameraInsecure'
  | 'noLabels'
  | 'tooManyDrawings'
  | 'runningElsewhere'
  | 'noCheckpoint'
  | 'alreadyTraining'
  | 'dataInUse';

/** What the sentences of some failures are given: limits as people know them, not as they are written. */
export interface FailureParameters {
  modelTooLarge: { limit: number }; // bytes
  fileTooLarge: { limit: number }; // bytes
  pictureTooLarge: { pixels: number; bytes: number };
  tooManyFiles: { limit: number };
  tooManyDrawings: { limit: number };
}

/** What a sentence is given, by name. */
export type Values = Readonly<Record<string, number | string>>;

/**
 * Why a call came to nothing. Refused: the engine says no, with a sentence for the person, and is
 * as it was before. Declined: the code before the engine says no. Cancelled: the page asked for it.
 * Broken: the worker is gone; the next call starts a fresh one.
 */
export class EngineFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string, // of what is declined or broken a FailureName
    readonly values: Values = {},
    readonly about = '', // the one of several files that it is about
  ) {
    super(message);
    this.name = 'EngineFailure';
  }
}

/** A refusal for which the page has the sentence. */
export function declined<Name extends FailureName>(
  name: Name,
  ...[values]: Name extends keyof FailureParameters ? [FailureParameters[Name]] : []
): EngineFailure {
  return new EngineFailure('declined', name, { ...values });
}

/** The same failure, said of this file. */
export function about(path: string, failure: unknown): unknown {
  if (!(failure instanceof EngineFailure) || failure.about !== '') return failure;
  return new EngineFailure(failure.kind, failure.message, failure.values, path);
}

/** Turns the engine's "empty, or why not" into a refusal. */
export function refuseUnlessEmpty(reason: string): void {
  if (reason !== '') throw new EngineFailure('refused', reason);
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineFailure('cancelled', '');
}
