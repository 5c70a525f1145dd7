import en from '#messages/en.js';
import type { LaterWords, Messages, Words } from '#messages/index.js';
import { writeSetting } from '../storage/localSetting';
import { language } from './language.svelte';
import { type Language, languageKey } from './languages';
import { fetchWords } from './load';

export type { Messages, Words };

const known = new Map<Language, Words>([['en', en]]);
type FetchLater = Record<Language, () => Promise<LaterWords>>;
const laterKnown = new Map<Language, LaterWords>();
let later: FetchLater | null = null; // null until a view needs the later messages

/** All messages of the page in the current language. Reactive: changing the language updates the page. */
export const messages = new Proxy({} as Messages, {
  get: (_, section) =>
    Reflect.get(known.get(language.name) ?? en, section) ??
    Reflect.get(laterKnown.get(language.name) ?? {}, section),
});

/** Switches to a language with its messages; null for the built-in English ones. */
export function useLanguage(name: Language, words: Words | null): void {
  known.set(name, words ?? en);
  language.name = name;
}

async function learnLater(name: Language): Promise<void> {
  if (later && !laterKnown.has(name)) laterKnown.set(name, await later[name]());
}

/** Loads the messages of lazily loaded views, now and after each change of language. */
export function useLater(fetched: FetchLater): Promise<void> {
  later = fetched;
  return learnLater(language.name);
}

let latestRequest = 0;

/**
 * Changes the language for this visit and later ones. Rejects and changes nothing if the messages can't be
 * loaded.
 */
export async function changeLanguage(name: Language): Promise<void> {
  latestRequest += 1;
  const request = latestRequest;
  const [words] = await Promise.all([known.get(name) ?? fetchWords(name), learnLater(name)]);
  if (request !== latestRequest) return; // a newer choice replaced this one
  useLanguage(name, words);
  writeSetting(languageKey, name);
}
