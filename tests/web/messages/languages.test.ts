import { afterEach, describe, expect, test } from 'vitest';
import { changeLanguage, messages, useLanguage } from '#web/messages';
import { language } from '#web/messages/language.svelte';
import { preferred } from '#web/messages/languages';

afterEach(() => useLanguage('en', null));

describe('the language at first', () => {
  test.each([
    [['de-AT', 'en'], 'de'],
    [['pt-BR', 'fr-CA', 'en'], 'fr'],
    [['ZH-tw'], 'zh'],
    [['', 'ar'], 'ar'],
    [['eng', 'arc'], 'en'],
    [[], 'en'],
  ])('of a browser that wishes for %j is %s', (wishes, name) => {
    expect(preferred(wishes)).toBe(name);
  });
});

test('a change of the language changes every sentence', async () => {
  expect(messages.views.read).toBe('Read');
  await changeLanguage('de');
  expect(messages.views.read).toBe('Lesen');
  expect([language.tag, language.direction]).toEqual(['de', 'ltr']);
  await changeLanguage('ar');
  expect([language.tag, language.direction]).toEqual(['ar', 'rtl']);
  await changeLanguage('en');
  expect(messages.views.read).toBe('Read');
});

test('of two changes at once the later one counts', async () => {
  await Promise.all([changeLanguage('ja'), changeLanguage('fr')]);
  expect(language.name).toBe('fr');
});
