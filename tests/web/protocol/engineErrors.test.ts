// The core's errors in the page's words.
import { afterEach, expect, test } from 'vitest';
import ar from '#messages/ar.js';
import de from '#messages/de.js';
import { describeError } from '#web/kit/describeError';
import { messages, useLanguage } from '#web/messages';
import { engineFailure } from '#web/protocol/failure';
import { realTrainingEngine, shippedModel } from '../realEngine';

const engine = await realTrainingEngine();
afterEach(() => useLanguage('en', null));

// The build checks that every other catalogue has the same sentences as the English one.
test('every error code of the core has a sentence', () => {
  for (const code of engine.error_codes().split('|'))
    expect(messages.failures).toHaveProperty(code);
});

/** Returns the engine's error for this file. */
function importError(name: string, content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const data = new engine.Data();
  data.open(name, false, bytes.length);
  const error = data.push(bytes) || data.close() || data.finish();
  data.delete();
  return error;
}

const row = (label: string) => `${label}${',0'.repeat(784)}\n`;
const idx = (...header: number[]) => Uint8Array.of(0, 0, 8, ...header);

test.each<[string, string | Uint8Array, RegExp]>([
  ['an empty file', '', /^Diese Datei ist leer/],
  ['another table', 'a,b\n1,2\n3,4\n', /haben 2\u00a0Spalten\. Inkling braucht 784/],
  [
    'a damaged table',
    row('1') + `1,700${',0'.repeat(783)}\n`.repeat(3),
    /^Zeile 2 .*700.* 3 von 4/,
  ],
  ['a web page', '<!DOCTYPE html><html></html>', /^Das ist eine Webseite/],
  ['a model', shippedModel(), /^Das ist ein Modell, keine Daten/],
  ['an array that is cut short', idx(1, 0, 0, 0, 9, 1, 2), /unvollständig: 2 von 9/],
  ['an array of other images', idx(3, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 8), /9 × 8/],
  [
    'labels alone',
    idx(1, 0, 0, 0, 2, 1, 2),
    /^labels: Es gibt keine Bilder zu diesen 2\u00a0Labels/,
  ],
])('%s is refused in the page’s language', (_, content, says) => {
  useLanguage('de', de);
  const { text, english } = describeError(engineFailure(importError('labels', content)));
  expect(text).toMatch(says);
  expect(english).toBe(false);
});

test.each<[string, RegExp]>([
  ['', /^الشبكة فارغة/],
  ['flatten | dense 12', /^مخرجات الشبكة \u206612\u2069/],
  ['conv 3x3 8 | dance 3', /^الطبقة 2 .*dance 3.*غير معروفة.*dropout/],
  ['pool 40', /^الطبقة 1 .*pool 2/],
  ['pool 14 | pool 3', /^الطبقة 2 .*\(\u20662x2x1\u2069\)/],
])('a network with the layers "%s" is refused in the page’s language', (layers, says) => {
  useLanguage('ar', ar);
  const { text, english } = describeError(engineFailure(engine.check_network(layers, 10).problem));
  expect(text).toMatch(says);
  expect(english).toBe(false);
});

test('a file that isn’t a model is refused in the page’s language', () => {
  useLanguage('de', de);
  const predictor = new engine.Predictor();
  const errors = [new TextEncoder().encode('%PDF-1.7'), shippedModel().subarray(0, 5000)];
  expect(errors.map((bytes) => describeError(engineFailure(predictor.load(bytes))).text)).toEqual([
    de.failures.otherModel,
    de.failures.damagedModel,
  ]);
  predictor.delete();
});
