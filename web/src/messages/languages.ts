// The languages of the page, and which of them a person wants. Here are no sentences and nothing of
// the page, so that the words of a language can be on their way while the page is.
import { readSetting } from '../storage/localSetting';

interface LanguageFacts {
  name: string; // in the language itself
  tag: string; // for `lang`, by which browsers choose letters, voices and forms of numbers
  direction: 'ltr' | 'rtl';
}

export const languages = {
  en: { name: 'English', tag: 'en', direction: 'ltr' },
  de: { name: 'Deutsch', tag: 'de', direction: 'ltr' },
  es: { name: 'Español', tag: 'es', direction: 'ltr' },
  fr: { name: 'Français', tag: 'fr', direction: 'ltr' },
  zh: { name: '简体中文', tag: 'zh-Hans', direction: 'ltr' },
  ja: { name: '日本語', tag: 'ja', direction: 'ltr' },
  ar: { name: 'العربية', tag: 'ar', direction: 'rtl' },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof languages;
export const languageNames = Object.keys(languages) as Language[];

export const languageKey = 'language';

/** The page's language for the first of these tags, such as `de-AT`, that it has; else English. */
export function preferred(tags: readonly string[]): Language {
  const bases = tags.map((tag) => tag.toLowerCase().replace(/-.*/, ''));
  const spoken = bases.flatMap((base) => languageNames.filter((name) => name === base));
  return spoken[0] ?? 'en';
}

/** What was chosen here before, otherwise what the browser is set to. */
export function preferredHere(): Language {
  return preferred([readSetting(languageKey) ?? '', ...navigator.languages]);
}
