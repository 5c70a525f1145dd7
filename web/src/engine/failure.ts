import type { FailureKind } from './calls';

/**
 * Why a call came to nothing. Refused: the engine says no, with a sentence for the person, and is
 * as it was before. Cancelled: the page asked for it. Broken: the worker is gone; the next call
 * starts a fresh one.
 */
export class EngineFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'EngineFailure';
  }
}

/** Turns the engine's "empty, or why not" into a refusal. */
export function refuseUnlessEmpty(reason: string): void {
  if (reason !== '') throw new EngineFailure('refused', reason);
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineFailure('cancelled', '');
}
