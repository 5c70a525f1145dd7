import { type Language, languages } from './languages';

class Current {
  name = $state<Language>('en');

  get tag(): string {
    return languages[this.name].tag;
  }

  get direction(): 'ltr' | 'rtl' {
    return languages[this.name].direction;
  }
}

/** The page's current language. Only `useLanguage` changes it. */
export const language = new Current();
