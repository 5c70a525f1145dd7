import { messages } from '../../messages';
import { onlyDrawn } from '../../protocol/runs';
import type { DataSummary, FormatFact } from '../../protocol/types';

type Sentence = string | ((values: { number: number; text: string }) => string);

/** Says a fact about a file in the page's language. The texts of earlier versions stay in English. */
function sentenceOf({ fact, number, text }: FormatFact): string {
  const sentences: Record<string, Sentence> = messages.data.facts;
  const sentence = sentences[fact] ?? text;
  return typeof sentence === 'string' ? sentence : sentence({ number, text });
}

/** Names the formats of the data, which the engine joins by "and". */
function formatsOf(format: string): string[] {
  const names: Record<string, string> = messages.data.formatNames;
  return format.split(' and ').map((name) => names[name] ?? name);
}

/** Describes the formats of the data's files, and how they are laid out. Generated data have no format. */
export const describeFormat = ({ format, facts }: DataSummary): string =>
  [...(onlyDrawn({ format }) ? [] : formatsOf(format)), ...facts.map(sentenceOf)].join(
    messages.listSeparator,
  );
