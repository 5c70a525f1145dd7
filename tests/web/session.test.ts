import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ModelInUse } from '#web/read/model.svelte';
import { ReadSession } from '#web/read/session.svelte';
import { clientOfDouble, unluckyStrokes } from './double';

let session: ReadSession;
beforeEach(async () => {
  vi.useFakeTimers();
  const engine = clientOfDouble();
  const model = new ModelInUse(engine);
  session = new ReadSession(engine, model);
  await model.use(Uint8Array.of(1), 'file');
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many dots, and the time after which a resting pen is taken to have ended. */
async function write(strokes: number): Promise<void> {
  for (let at = 0; at < strokes; at++) {
    session.drawing.begin(1, { x: at, y: at });
    session.drawing.end(1);
  }
  session.inkChanged();
  session.penLifted();
  await vi.advanceTimersByTimeAsync(1000);
}

test('a digit is announced with how sure the model is', async () => {
  await write(2);
  expect(session.announcement).toMatch(/^2, .* sure$/);
});

test('what is no digit is announced as none, with its likeliest', async () => {
  await write(unluckyStrokes);
  expect(session.reading?.text).toBe('');
  expect(session.announcement).toBe('Not a digit, closest to 0');
});
