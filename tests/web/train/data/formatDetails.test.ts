import { afterEach, expect, test } from 'vitest';
import de from '#messages/de.js';
import { messages, useLanguage } from '#web/messages';
import { describeFormat } from '#web/train/data/formatDetails';
import { realTrainingEngine } from '../../realEngine';

const engine = await realTrainingEngine();
afterEach(() => useLanguage('en', null));

/** Describes the format of a file as the engine reads it. */
function formatOf(name: string, content: string): string {
  const data = new engine.Data();
  const bytes = new TextEncoder().encode(content);
  data.open(name, false, bytes.length);
  expect(data.push(bytes) || data.close() || data.finish()).toBe('');
  const text = describeFormat(data.summary()).replaceAll('\u00a0', ' ');
  data.delete();
  return text;
}

const rows = (labels: readonly string[], separator: string) =>
  labels.map((label) => `${label}${`${separator}0`.repeat(784)}\n`).join('');

test('every fact of the engine has a sentence', () => {
  const facts = engine.format_facts().split('|');
  expect(facts.length).toBeGreaterThan(30);
  for (const fact of facts.filter((name) => name !== 'described'))
    expect(messages.data.facts).toHaveProperty(fact);
});

test('describes a file’s layout in the page’s language', () => {
  const file = rows(['cat', 'dog', 'cat'], ';');
  expect(formatOf('a.csv', file)).toBe(
    'CSV, semicolon-separated, without a header, label first, 2 classes',
  );
  useLanguage('de', de);
  expect(formatOf('a.csv', file)).toBe(
    'CSV, durch Semikolons getrennt, ohne Kopfzeile, Label vorn, 2 Klassen',
  );
});

test('texts of an earlier version stay unchanged', () => {
  const facts = [{ fact: 'described', number: 0, text: 'comma-separated' }];
  const summary = { ...new engine.Data().summary(), format: 'CSV and strokes', facts };
  expect(describeFormat(summary)).toBe('CSV, strokes, comma-separated');
});
