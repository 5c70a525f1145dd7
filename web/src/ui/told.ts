import { EngineFailure, type FailureName } from '../engine/failure';
import { messages } from '../messages';

/** A sentence for a person. The engine's own are English in every language of the page. */
export interface Told {
  text: string;
  english: boolean;
}

/** What happened. */
export function told(failure: unknown): Told {
  if (failure instanceof EngineFailure && failure.kind === 'refused') {
    return { text: failure.message, english: true };
  }
  const name = failure instanceof EngineFailure ? (failure.message as FailureName) : 'broken';
  return { text: messages.failures[name], english: false };
}
