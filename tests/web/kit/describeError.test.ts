import { afterEach, expect, test } from 'vitest';
import de from '#messages/de.js';
import { describeError } from '#web/kit/describeError';
import { messages, useLanguage } from '#web/messages';
import { EngineFailure, engineFailure, pageFailure } from '#web/protocol/failure';

afterEach(() => useLanguage('en', null));

test('shows the engine’s English sentence unchanged if the page has none', () => {
  useLanguage('de', de);
  const failure = new EngineFailure('engine', 'The image must have 784 pixels.', { code: '' });
  expect(describeError(failure)).toEqual({
    text: 'The image must have 784 pixels.',
    english: true,
  });
});

test('translates engine errors by code, and names the file', () => {
  useLanguage('de', de);
  const error = {
    message: 'b.csv: 3 dimensions',
    code: 'dimensions',
    dimensions: 4,
    file: 'b.csv',
  };
  expect(describeError(engineFailure(JSON.stringify(error)))).toEqual({
    text: 'b.csv: Dieses Array hat 4\u00a0Dimensionen. Bilder haben 3, Labels 1.',
    english: false,
  });
});

test('translates errors of the page', () => {
  useLanguage('de', de);
  expect(describeError(pageFailure('zipDamaged'))).toEqual({
    text: de.failures.zipDamaged,
    english: false,
  });
  expect(describeError(new EngineFailure('broken', 'noSimd')).text).toBe(de.failures.noSimd);
});

test('formats limits in the language’s way', () => {
  useLanguage('de', de);
  const { text } = describeError(pageFailure('tooManyFiles', { limit: 200_000 }));
  expect(text).toContain('200.000 Dateien');
});

test('reports unexpected errors as an engine failure', () => {
  expect(describeError(new Error('?')).text).toBe(messages.failures.broken);
});
