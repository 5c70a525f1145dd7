import { messages } from '../messages';
import { EngineFailure, type FailureName } from '../protocol/failure';

/** A sentence for a person. The engine's own are English in every language of the page. */
export interface ErrorText {
  text: string;
  english: boolean;
}

/** What happened, and to which file where there were several. */
export function describeError(failure: unknown): ErrorText {
  if (!(failure instanceof EngineFailure))
    return { text: messages.failures.broken, english: false };
  const { kind, message } = failure;
  const english = kind === 'refused';
  const sentence = english ? message : messages.failures[message as FailureName];
  return { text: failure.about ? `${failure.about}: ${sentence}` : sentence, english };
}
