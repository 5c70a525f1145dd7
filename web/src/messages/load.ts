import { translations, type Words } from '#messages/index.js';
import type { Language } from './languages';

/** English is part of the page; each other language is fetched where it is wanted. */
const fetched: Record<Exclude<Language, 'en'>, () => Promise<Words>> = translations;

/** The sentences of a language; null for English. Rejects where they cannot be fetched. */
export async function fetchWords(name: Language): Promise<Words | null> {
  return name === 'en' ? null : fetched[name]();
}
