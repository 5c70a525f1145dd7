import { afterEach, describe, expect, test } from 'vitest';
import ar from '#messages/ar.js';
import arLater from '#messages/ar.later.js';
import de from '#messages/de.js';
import deLater from '#messages/de.later.js';
import en from '#messages/en.js';
import enLater from '#messages/en.later.js';
import es from '#messages/es.js';
import esLater from '#messages/es.later.js';
import fr from '#messages/fr.js';
import frLater from '#messages/fr.later.js';
import ja from '#messages/ja.js';
import jaLater from '#messages/ja.later.js';
import zh from '#messages/zh.js';
import zhLater from '#messages/zh.later.js';
import { type Messages, useLanguage } from '#web/messages';
import { type Language, languageNames } from '#web/messages/languages';

const all: Record<Language, Messages> = {
  en: { ...en, ...enLater },
  de: { ...de, ...deLater },
  es: { ...es, ...esLater },
  fr: { ...fr, ...frLater },
  zh: { ...zh, ...zhLater },
  ja: { ...ja, ...jaLater },
  ar: { ...ar, ...arLater },
};
const translated = languageNames.filter((name) => name !== 'en');

afterEach(() => useLanguage('en', null));

type Values = Record<string, unknown>;
type Message = string | ((values: Values) => string);

/** Returns every message by its path. */
function messagesOf(node: unknown, path = ''): [string, Message][] {
  if (typeof node === 'string' || typeof node === 'function') return [[path, node as Message]];
  return Object.entries(node as object).flatMap(([key, value]) =>
    messagesOf(value, path ? `${path}.${key}` : key),
  );
}

/** Values that select between cases. */
const cases: Record<string, Values> = {
  'engine.named': { simd: 'plain' },
  'read.penOf': { width: 'fine' },
  'charts.at': { axis: 'epoch' },
  'failures.formValue': { expected: 'text' },
  'failures.cornerMarkMissing': { corner: 'topLeft' },
  'sheets.cells.why': { doubt: 'unsure' },
  'sheets.cells.fault': { fault: 'digits' },
  'sheets.cells.range': { bounds: 'both' },
  'sheets.checkOne': { text: '14' },
  'forms.notReady': { where: 'column' },
  'sheets.check.said': { text: '14' },
  'why.loudest': { what: 'ink', down: 'top', across: 'left' },
};

/** Returns the message with all other parameters set to this value. */
function textOf([path, message]: [string, Message], value: unknown): string {
  if (typeof message === 'string') return message;
  const given = new Proxy(cases[path] ?? {}, {
    get: (known, name) => Reflect.get(known, name) ?? value,
  });
  return String(message(given));
}

describe.each(translated)('%s', (name) => {
  test('has no English message left', () => {
    const english = new Map(messagesOf(all.en));
    const left = messagesOf(all[name]).filter(
      ([path, message]) =>
        typeof message === 'string' && / \w+ /.test(message) && message === english.get(path),
    );
    expect(left).toEqual([]);
  });
});

const separators = ['listSeparator', 'clauseSeparator', 'colon'];

describe.each(languageNames)('%s', (name) => {
  test.each([0, 1, 2, 3, 11, 3_700_000])('has words for %s, and no stray symbols', (value) => {
    useLanguage(name, all[name]);
    for (const [path, message] of messagesOf(all[name])) {
      if (separators.includes(path)) continue;
      const text = textOf([path, message], value);
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toMatch(/^$|undefined|null|NaN|\[object|[{}]/);
    }
  });

  test('uses the digits that the page reads', () => {
    useLanguage(name, all[name]);
    const { finished, epoch } = all[name].run;
    for (const text of [finished({ epochs: 12, ms: 75_000 }), epoch({ epoch: 3, epochs: 12 })]) {
      expect(text).toMatch(/[0-9]/);
      expect(text).not.toMatch(/[٠-٩]/);
    }
  });
});

test('uses the right plural form, kept next to its number', () => {
  const bars = (name: Language, counts: number[]) => {
    useLanguage(name, all[name]);
    return counts.map((images) => all[name].data.histogramBar({ name: '7', images }));
  };
  expect(bars('en', [0, 1, 2])).toEqual([
    '7: 0\u00a0images',
    '7: 1\u00a0image',
    '7: 2\u00a0images',
  ]);
  expect(bars('de', [0, 1, 2])).toEqual(['7: 0\u00a0Bilder', '7: 1\u00a0Bild', '7: 2\u00a0Bilder']);
  expect(bars('fr', [0, 1, 2])).toEqual([
    '7\u202f: 0\u00a0image',
    '7\u202f: 1\u00a0image',
    '7\u202f: 2\u00a0images',
  ]);
  expect(bars('ja', [1, 2])).toEqual(['7: 1枚', '7: 2枚']);
  expect(bars('ar', [0, 1, 2, 3, 11, 100])).toEqual([
    '7: لا صور',
    '7: صورة واحدة',
    '7: صورتان',
    '7: 3\u00a0صور',
    '7: 11\u00a0صورة',
    '7: 100\u00a0صورة',
  ]);
});

test('formats numbers in the language’s way', () => {
  const summary = (name: Language) => {
    useLanguage(name, all[name]);
    return all[name].results.summary({ accuracy: 0.9713 }).replaceAll(/[\u00a0\u202f]/g, ' ');
  };
  expect(summary('en')).toMatch(/^97\.1%/);
  expect(summary('de')).toMatch(/^97,1 %/);
  expect(summary('fr')).toMatch(/^97,1 %/);
  expect(summary('zh')).toMatch(/97\.1%/);
});
