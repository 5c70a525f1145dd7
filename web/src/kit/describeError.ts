import { messages } from '../messages';
import { EngineFailure, type FailureName, type FailureParameters } from '../protocol/failure';

/** A sentence for a person. The engine's own are English in every language of the page. */
export interface ErrorText {
  text: string;
  english: boolean;
}

/** Each failure has a sentence, which is given what the failure has: otherwise this doesn't compile. */
type Sentences = {
  [Name in FailureName]: Name extends keyof FailureParameters
    ? (values: FailureParameters[Name]) => string
    : string;
};

function sentenceOf({ message, values }: EngineFailure): string {
  const sentences: Sentences = messages.failures;
  const sentence = sentences[message as FailureName];
  return typeof sentence === 'string' ? sentence : sentence(values as never);
}

/** What happened, and to which file where there were several. */
export function describeError(failure: unknown): ErrorText {
  if (!(failure instanceof EngineFailure))
    return { text: messages.failures.broken, english: false };
  const english = failure.kind === 'refused';
  const sentence = english ? failure.message : sentenceOf(failure);
  return { text: failure.about ? `${failure.about}: ${sentence}` : sentence, english };
}
