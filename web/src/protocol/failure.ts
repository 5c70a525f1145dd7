import type { EngineErrors, None } from './engineErrors';

export type FailureKind = 'engine' | 'page' | 'cancelled' | 'broken';

/** Failures outside the engine, with the values of their sentences. Limits are in the units shown. */
interface OwnFailures {
  broken: None;
  noSimd: None;
  modelUnreachable: None;
  templateUnreachable: None;
  modelTooLarge: { limit: number }; // bytes
  modelIsOnnx: None;
  modelIsPage: None;
  notModel: None;
  workbook: None;
  document: { format: string };
  documentNotPicture: { format: string };
  notNumpy: None;
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
  notPicture: None;
  noScans: None;
  pictureTooLarge: { pixels: number; bytes: number };
  cameraDenied: None;
  cameraAbsent: None;
  cameraBusy: None;
  cameraInsecure: None;
  tooManyDrawings: { limit: number };
  noStrokes: None;
  modelNotCheckpoint: None;
  runningElsewhere: None;
  alreadyTraining: None;
  dataInUse: None;
  diverged: { epoch: number };
  patchFull: None;
  noReplay: None;
}

/** All failures. Workers only name them; the page has their sentences. */
export type Failures = OwnFailures & EngineErrors;
export type FailureName = keyof Failures;

/** Parameters of a sentence, by name. */
export type Values = Readonly<Record<string, number | string>>;

/**
 * Why a call failed.
 * engine: the engine rejected it, with a sentence in English. Its state is unchanged.
 * page: the page's own code rejected it, in the page or in a worker.
 * cancelled: the page cancelled it.
 * broken: the worker crashed. The next call starts a new one.
 */
export class EngineFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string, // a FailureName if the kind is page or broken
    readonly values: Values = {}, // of the engine: includes the error code
    readonly about = '', // path of the affected file, if there were several
  ) {
    super(message);
    this.name = 'EngineFailure';
  }
}

/** Creates a failure for which the page has a sentence. */
export function pageFailure<Name extends FailureName>(
  name: Name,
  ...[values]: keyof Failures[Name] extends never ? [] : [Failures[Name]]
): EngineFailure {
  return new EngineFailure('page', name, { ...values });
}

/** Adds the file's path to a failure. */
export function about(path: string, failure: unknown): unknown {
  if (!(failure instanceof EngineFailure) || failure.about !== '') return failure;
  return new EngineFailure(failure.kind, failure.message, failure.values, path);
}

/** Converts an engine's error, which is JSON. */
export function engineFailure(error: string): EngineFailure {
  const { message, file = '', ...values } = JSON.parse(error);
  const sentence = file === '' ? message : message.slice(`${file}: `.length);
  return new EngineFailure('engine', sentence, values, file);
}

/** Throws if the engine's result, "empty or an error", isn't empty. */
export function throwIfError(error: string): void {
  if (error !== '') throw engineFailure(error);
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineFailure('cancelled', '');
}
