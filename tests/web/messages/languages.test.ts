import { afterEach, describe, expect, test } from 'vitest';
import { changeLanguage, messages, useLanguage } from '#web/messages';
import { language } from '#web/messages/language.svelte';
import { preferred } from '#web/messages/languages';

afterEach(() => useLanguage('en', null));

describe('the initial language', () => {
  test.each([
    [['de-AT', 'en'], 'de'],
    [['pt-BR', 'fr-CA', 'en'], 'fr'],
    [['ZH-tw'], 'zh'],
    [['', 'ar'], 'ar'],
    [['eng', 'arc'], 'en'],
    [[], 'en'],
  ])('of a browser that prefers %j is %s', (wishes, name) => {
    expect(preferred(wishes)).toBe(name);
  });
});

test('changing the language changes every message', async () => {
  expect(messages.views.read).toBe('Read');
  await changeLanguage('de');
  expect(messages.views.read).toBe('Lesen');
  expect([language.tag, language.direction]).toEqual(['de', 'ltr']);
  await changeLanguage('ar');
  expect([language.tag, language.direction]).toEqual(['ar', 'rtl']);
  await changeLanguage('en');
  expect(messages.views.read).toBe('Read');
});

test('the later of two simultaneous changes wins', async () => {
  await Promise.all([changeLanguage('ja'), changeLanguage('fr')]);
  expect(language.name).toBe('fr');
});
