import type { Messages } from './en';
import type { Language } from './languages';

/** English is part of the page; each other language is fetched where it is wanted. */
const fetched: Record<Exclude<Language, 'en'>, () => Promise<Messages>> = {
  de: async () => (await import('./de')).de,
  es: async () => (await import('./es')).es,
  fr: async () => (await import('./fr')).fr,
  zh: async () => (await import('./zh')).zh,
  ja: async () => (await import('./ja')).ja,
  ar: async () => (await import('./ar')).ar,
};

/** The sentences of a language; null for English. Rejects where they cannot be fetched. */
export async function fetchWords(name: Language): Promise<Messages | null> {
  return name === 'en' ? null : fetched[name]();
}
