import en from '#messages/en.js';
import type { Messages } from '#messages/index.js';
import { writeSetting } from '../storage/localSetting';
import { language } from './language.svelte';
import { type Language, languageKey } from './languages';
import { fetchWords } from './load';

export type { Messages };

const known = new Map<Language, Messages>([['en', en]]);

/** Every sentence of the page in its current language. Reactive: a change of language updates what is shown. */
export const messages = new Proxy({} as Messages, {
  get: (_, section) => Reflect.get(known.get(language.name) ?? en, section),
});

/** Switches the page to this language with these messages; null for the English ones. */
export function useLanguage(name: Language, words: Messages | null): void {
  known.set(name, words ?? en);
  language.name = name;
}

let latestRequest = 0;

/** Changes the language for this visit and later ones. Rejects, and changes nothing, where its words cannot be had. */
export async function changeLanguage(name: Language): Promise<void> {
  latestRequest += 1;
  const request = latestRequest;
  const words = known.get(name) ?? (await fetchWords(name));
  if (request !== latestRequest) return; // another one was chosen meanwhile
  useLanguage(name, words);
  writeSetting(languageKey, name);
}
