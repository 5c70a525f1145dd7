import { translations, type Words } from '#messages/index.js';
import type { Language } from './languages';

/** English is part of the page; the others are loaded on demand. */
const fetched: Record<Exclude<Language, 'en'>, () => Promise<Words>> = translations;

/** Loads the messages of a language; null for English. Rejects if they can't be fetched. */
export async function fetchWords(name: Language): Promise<Words | null> {
  return name === 'en' ? null : fetched[name]();
}
