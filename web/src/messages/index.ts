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
let later: FetchLater | null = null; // null until a view needs it

/** Every sentence of the page in its current language. Reactive: a change of language updates what is shown. */
export const messages = new Proxy({} as Messages, {
  get: (_, section) =>
    Reflect.get(known.get(language.name) ?? en, section) ??
    Reflect.get(laterKnown.get(language.name) ?? {}, section),
});

/** Switches the page to this language with these messages; null for the English ones. */
export function useLanguage(name: Language, words: Words | null): void {
  known.set(name, words ?? en);
  language.name = name;
}

async function learnLater(name: Language): Promise<void> {
  if (later && !laterKnown.has(name)) laterKnown.set(name, await later[name]());
}

/** Fetches what views say that are fetched later, now and with each language that is chosen from then on. */
export function useLater(fetched: FetchLater): Promise<void> {
  later = fetched;
  return learnLater(language.name);
}

let latestRequest = 0;

/** Changes the language for this visit and later ones. Rejects, and changes nothing, where its words cannot be had. */
export async function changeLanguage(name: Language): Promise<void> {
  latestRequest += 1;
  const request = latestRequest;
  const [words] = await Promise.all([known.get(name) ?? fetchWords(name), learnLater(name)]);
  if (request !== latestRequest) return; // another one was chosen meanwhile
  useLanguage(name, words);
  writeSetting(languageKey, name);
}
