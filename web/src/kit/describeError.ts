import { messages } from '../messages';
import { EngineFailure, type FailureName, type Failures, type Values } from '../protocol/failure';

/** A sentence for a person. It is in English if only the engine has one. */
export interface ErrorText {
  text: string;
  english: boolean;
}

/** Requires a sentence for every failure, with parameters that match its values. */
type Sentences = {
  [Name in FailureName]: keyof Failures[Name] extends never
    ? string
    : (values: Failures[Name]) => string;
};

/** Returns null if the page has no sentence for it. */
function sentenceOf(name: string, values: Values): string | null {
  const sentences: Sentences = messages.failures;
  if (!Object.hasOwn(sentences, name)) return null;
  const sentence = sentences[name as FailureName];
  return typeof sentence === 'string' ? sentence : sentence(values as never);
}

function ownSentence({ kind, message, values }: EngineFailure): string | null {
  return sentenceOf(kind === 'engine' ? String(values.code) : message, values);
}

/** Describes an error, naming the file if there were several. */
export function describeError(failure: unknown): ErrorText {
  if (!(failure instanceof EngineFailure))
    return { text: messages.failures.broken, english: false };
  const own = ownSentence(failure);
  const sentence = own ?? failure.message;
  return {
    text: failure.about ? messages.labelled({ name: failure.about, text: sentence }) : sentence,
    english: own === null,
  };
}
