import { messages } from '../messages';
import { EngineFailure, type FailureName, type Failures, type Values } from '../protocol/failure';

/** A sentence for a person. What the engine alone has a sentence for is in English. */
export interface ErrorText {
  text: string;
  english: boolean;
}

/** Each failure has a sentence, which is given what the failure has: otherwise this doesn't compile. */
type Sentences = {
  [Name in FailureName]: keyof Failures[Name] extends never
    ? string
    : (values: Failures[Name]) => string;
};

/** Null where the page has none. */
function sentenceOf(name: string, values: Values): string | null {
  const sentences: Sentences = messages.failures;
  if (!Object.hasOwn(sentences, name)) return null;
  const sentence = sentences[name as FailureName];
  return typeof sentence === 'string' ? sentence : sentence(values as never);
}

function ownSentence({ kind, message, values }: EngineFailure): string | null {
  return sentenceOf(kind === 'refused' ? String(values.code) : message, values);
}

/** What happened, and to which file where there were several. */
export function describeError(failure: unknown): ErrorText {
  if (!(failure instanceof EngineFailure))
    return { text: messages.failures.broken, english: false };
  const own = ownSentence(failure);
  const sentence = own ?? failure.message;
  return {
    text: failure.about ? `${failure.about}: ${sentence}` : sentence,
    english: own === null,
  };
}
