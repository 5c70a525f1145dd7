import type { FailureKind } from './calls';

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

/**
 * Why a call came to nothing. Refused: the engine says no, with a sentence for the person, and is
 * as it was before. Declined: the code before the engine says no. Cancelled: the page asked for it.
 * Broken: the worker is gone; the next call starts a fresh one.
 */
export class EngineFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string, // of what is declined or broken a FailureName
    readonly about = '', // the one of several files that it is about
  ) {
    super(message);
    this.name = 'EngineFailure';
  }
}

/** A refusal for which the page has the sentence. */
export function declined(name: FailureName): EngineFailure {
  return new EngineFailure('declined', name);
}

/** The same failure, said of this file. */
export function about(path: string, failure: unknown): unknown {
  if (!(failure instanceof EngineFailure) || failure.about !== '') return failure;
  return new EngineFailure(failure.kind, failure.message, path);
}

/** Turns the engine's "empty, or why not" into a refusal. */
export function refuseUnlessEmpty(reason: string): void {
  if (reason !== '') throw new EngineFailure('refused', reason);
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineFailure('cancelled', '');
}
