// The page's languages, and which one the person prefers. This module has no messages and no page code, so that a
// translation can load while the page does.
import { readSetting } from '../storage/localSetting';

interface LanguageFacts {
  name: string; // in the language itself
  tag: string; // for the `lang` attribute, which controls fonts, voices and number formats
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

/** Returns the page's language for the first supported tag, such as `de-AT`. English if there is none. */
export function preferred(tags: readonly string[]): Language {
  const bases = tags.map((tag) => tag.toLowerCase().replace(/-.*/, ''));
  const spoken = bases.flatMap((base) => languageNames.filter((name) => name === base));
  return spoken[0] ?? 'en';
}

/** Returns the language chosen here before, or else the browser's. */
export function preferredHere(): Language {
  return preferred([readSetting(languageKey) ?? '', ...navigator.languages]);
}
