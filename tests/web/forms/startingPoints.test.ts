import { afterEach, expect, test } from 'vitest';
import ar from '#messages/ar.later.js';
import de from '#messages/de.later.js';
import en from '#messages/en.later.js';
import es from '#messages/es.later.js';
import fr from '#messages/fr.later.js';
import ja from '#messages/ja.later.js';
import zh from '#messages/zh.later.js';
import { faultsOf, isFaultless } from '#web/forms/faults';
import { startingForm, startingPoints } from '#web/forms/startingPoints';
import { type Messages, useLanguage } from '#web/messages';
import { type Language, languageNames } from '#web/messages/languages';

const words: Record<Language, object> = { ar, de, en, es, fr, ja, zh };

afterEach(() => useLanguage('en', null));

test.each(languageNames)('what a form can begin as has no faults, in %s', (language) => {
  useLanguage(language, words[language] as Messages);
  for (const start of startingPoints)
    expect(isFaultless(faultsOf(startingForm(start, language))), start).toBe(true);
});
