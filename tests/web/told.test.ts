import { afterEach, expect, test } from 'vitest';
import { told } from '#web/kit/describeError';
import { messages, speak } from '#web/messages';
import { de } from '#web/messages/de';
import { declined, EngineFailure } from '#web/protocol/failure';

afterEach(() => speak('en', null));

test("the engine's own sentence is told as it is, and is English", () => {
  speak('de', de);
  const refused = new EngineFailure('refused', 'row 7: 783 values, expected 785');
  expect(told(refused)).toEqual({ text: 'row 7: 783 values, expected 785', english: true });
});

test('what the page declines is told in its language', () => {
  speak('de', de);
  expect(told(declined('zipDamaged'))).toEqual({ text: de.failures.zipDamaged, english: false });
  expect(told(new EngineFailure('broken', 'noSimd')).text).toBe(de.failures.noSimd);
});

test('what nobody foresaw is told as an engine that broke', () => {
  expect(told(new Error('?')).text).toBe(messages.failures.broken);
});
