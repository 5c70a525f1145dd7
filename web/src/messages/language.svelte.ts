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

/** The language that the page speaks now. Only `speak` changes it. */
export const language = new Current();
