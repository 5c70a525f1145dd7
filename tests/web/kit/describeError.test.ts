import { afterEach, expect, test } from 'vitest';
import de from '#messages/de.js';
import { describeError } from '#web/kit/describeError';
import { messages, useLanguage } from '#web/messages';
import { declined, EngineFailure } from '#web/protocol/failure';

afterEach(() => useLanguage('en', null));

test("the engine's own sentence is told as it is, and is English", () => {
  useLanguage('de', de);
  const refused = new EngineFailure('refused', 'row 7: 783 values, expected 785');
  expect(describeError(refused)).toEqual({
    text: 'row 7: 783 values, expected 785',
    english: true,
  });
});

test('what the page declines is told in its language', () => {
  useLanguage('de', de);
  expect(describeError(declined('zipDamaged'))).toEqual({
    text: de.failures.zipDamaged,
    english: false,
  });
  expect(describeError(new EngineFailure('broken', 'noSimd')).text).toBe(de.failures.noSimd);
});

test('a limit is told as the language writes it', () => {
  useLanguage('de', de);
  const { text } = describeError(declined('tooManyFiles', { limit: 200_000 }));
  expect(text).toContain('200.000 Dateien');
});

test('what nobody foresaw is told as an engine that broke', () => {
  expect(describeError(new Error('?')).text).toBe(messages.failures.broken);
});
