import { afterEach, expect, test } from 'vitest';
import ar from '#messages/ar.later.js';
import de from '#messages/de.later.js';
import en from '#messages/en.later.js';
import es from '#messages/es.later.js';
import fr from '#messages/fr.later.js';
import ja from '#messages/ja.later.js';
import zh from '#messages/zh.later.js';
import { faultsOf, isFaultless } from '#web/forms/faults';
import { formFromTemplate, formTemplates } from '#web/forms/templates';
import { type Messages, useLanguage } from '#web/messages';
import { type Language, languageNames } from '#web/messages/languages';

const words: Record<Language, object> = { ar, de, en, es, fr, ja, zh };

afterEach(() => useLanguage('en', null));

test.each(languageNames)('all templates are valid in %s', (language) => {
  useLanguage(language, words[language] as Messages);
  for (const template of formTemplates)
    expect(isFaultless(faultsOf(formFromTemplate(template, language))), template).toBe(true);
});
