import { afterEach, expect, test } from 'vitest';
import de from '#messages/de.js';
import { useLanguage } from '#web/messages';
import { adapted, builtIn, type ModelLabel, modelName } from '#web/model/modelLabel';

afterEach(() => useLanguage('en', null));

const trained: ModelLabel = { base: 'trained', title: 'Accurate', run: 1, corrections: 0 };
const plain = (label: ModelLabel) => modelName(label).replaceAll('\u00a0', ' ');

test('names a model by its origin and what it learned since', () => {
  expect(plain(builtIn)).toBe('Built-in');
  expect(plain({ ...builtIn, corrections: 12 })).toBe('Built-in with your 12 corrections');
  expect(plain(adapted)).toBe('Built-in with your corrections');
  expect(plain(trained)).toBe('Accurate, run 1');
  expect(plain({ ...trained, corrections: 1 })).toBe('Accurate, run 1 with your correction');
  expect(plain({ ...trained, base: 'file', run: null })).toBe('Accurate, from a file');
  expect(plain({ ...trained, title: '', run: 2 })).toBe('Your own network, run 2');
});

test('a name follows the language', () => {
  useLanguage('de', de);
  expect(plain(trained)).toBe('Accurate, Lauf 1');
});
