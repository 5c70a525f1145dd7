import { afterEach, describe, expect, test } from 'vitest';
import { type Messages, useLanguage } from '#web/messages';
import { ar } from '#web/messages/ar';
import { de } from '#web/messages/de';
import { en } from '#web/messages/en';
import { es } from '#web/messages/es';
import { fr } from '#web/messages/fr';
import { ja } from '#web/messages/ja';
import type { Language } from '#web/messages/languages';
import { zh } from '#web/messages/zh';

const translated = Object.entries({ de, es, fr, zh, ja, ar }) as [Language, Messages][];
const all: [Language, Messages][] = [['en', en], ...translated];

afterEach(() => useLanguage('en', null));

type Said = (...given: unknown[]) => string;

/** Every sentence, and every function that makes one, by its path. */
function sentences(node: unknown, path = ''): [string, string | Said][] {
  if (typeof node === 'string' || typeof node === 'function') return [[path, node as Said]];
  return Object.entries(node as object).flatMap(([key, value]) =>
    sentences(value, path ? `${path}.${key}` : key),
  );
}

/** What the few functions that take no numbers and names are given, and something else in each place. */
const particular: Record<string, [given: unknown, other: unknown][]> = {
  'engine.named': [
    [
      { variant: 'simd', threads: 1 },
      { variant: 'relaxed', threads: 1 },
    ],
    [
      { variant: 'simd', threads: 1 },
      { variant: 'simd', threads: 3 },
    ],
  ],
  'read.announcedAll': [[['7', '8'], ['7']]],
  'why.map': [[['7'], ['8']]],
  'why.last': [[[7], [8]]],
  'read.penOf': [['Fine', 'Broad']],
  'read.seenImage': [
    [7, 8],
    [7, null],
  ],
};

/** Where something speaks the loudest: for another digit, of another kind, elsewhere and nowhere. */
function aboutPlaces(said: Said): [string, string][] {
  const place = { what: 'ink', down: 'top', across: 'left' };
  const others = [
    { ...place, what: 'paper' },
    { ...place, down: 'middle' },
    { ...place, across: 'right' },
    null,
  ];
  return [
    [said(7, place), said(8, place)],
    ...others.map((other): [string, string] => [said(7, place), said(7, other)]),
  ];
}

/** Of another measure, and of other runs. */
function aboutCourses(said: Said): [string, string][] {
  const first = said('loss', ['one: 0.3']);
  return [
    [first, said('accuracy', ['one: 0.3'])],
    [first, said('loss', ['two: 0.2'])],
  ];
}

/** A sentence with something in each place, and with something else in one place after another. */
function variations(path: string, said: Said): [string, string][] {
  if (path === 'why.loudest') return aboutPlaces(said);
  if (path === 'runs.described') return aboutCourses(said);
  const known = particular[path];
  if (known) return known.map(([given, other]) => [said(given), said(other)]);
  const given = Array.from({ length: said.length }, (_, at) => 3_700_000 * (at + 1));
  return given.map((value, at) => [said(...given), said(...given.with(at, value * 7))]);
}

const inEnglish = new Map(sentences(en));

describe.each(translated)('%s', (name, words) => {
  test('has the sentences of English, in the same order, each of the same kind', () => {
    const kinds = (said: Messages) =>
      sentences(said).map(([path, sentence]) => `${path}: ${typeof sentence}`);
    expect(kinds(words)).toEqual(kinds(en));
  });

  test('leaves no sentence in English', () => {
    const left = sentences(words).filter(
      ([path, sentence]) =>
        typeof sentence === 'string' && / \w+ /.test(sentence) && sentence === inEnglish.get(path),
    );
    expect(left).toEqual([]);
  });

  test('says all that a sentence is given, as English does', () => {
    useLanguage(name, words);
    for (const [path, sentence] of sentences(words)) {
      if (typeof sentence === 'string') continue;
      const english = inEnglish.get(path) as Said;
      expect(sentence.length, path).toBe(english.length);
      for (const [one, other] of variations(path, sentence)) expect(one, path).not.toBe(other);
    }
  });
});

describe.each(all)('%s', (name, words) => {
  test('says something each time, and nothing that is no word', () => {
    useLanguage(name, words);
    for (const [path, sentence] of sentences(words)) {
      const said = typeof sentence === 'string' ? [sentence] : variations(path, sentence).flat();
      for (const text of said) {
        expect(text.trim(), path).toBe(text);
        expect(text, path).not.toMatch(/^$|undefined|null|NaN|\[object/);
      }
    }
  });

  test('writes digits as the page reads them', () => {
    useLanguage(name, words);
    const { finished, epoch } = words.run;
    for (const text of [finished(12, 75_000), epoch(3, 12)]) {
      expect(text).toMatch(/[0-9]/);
      expect(text).not.toMatch(/[٠-٩]/);
    }
  });
});

test('a word that is counted has the form of its number', () => {
  const bars = (name: Language, words: Messages, counts: number[]) => {
    useLanguage(name, words);
    return counts.map((images) => words.data.histogramBar(7, images).replaceAll('\u00a0', ' '));
  };
  expect(bars('en', en, [0, 1, 2])).toEqual(['7: 0 images', '7: 1 image', '7: 2 images']);
  expect(bars('de', de, [0, 1, 2])).toEqual(['7: 0 Bilder', '7: 1 Bild', '7: 2 Bilder']);
  expect(bars('fr', fr, [0, 1, 2])).toEqual(['7 : 0 image', '7 : 1 image', '7 : 2 images']);
  expect(bars('ja', ja, [1, 2])).toEqual(['7: 1枚', '7: 2枚']);
  expect(bars('ar', ar, [0, 1, 2, 3, 11, 100])).toEqual([
    '7: لا صور',
    '7: صورة واحدة',
    '7: صورتان',
    '7: 3 صور',
    '7: 11 صورة',
    '7: 100 صورة',
  ]);
});

test('numbers are written as the language writes them', () => {
  const summary = (name: Language, words: Messages) => {
    useLanguage(name, words);
    return words.results.summary(0.9713).replaceAll(/[\u00a0\u202f]/g, ' ');
  };
  expect(summary('en', en)).toMatch(/^97\.1 %/);
  expect(summary('de', de)).toMatch(/^97,1 %/);
  expect(summary('fr', fr)).toMatch(/^97,1 %/);
  expect(summary('zh', zh)).toMatch(/97\.1%/);
});
