import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { ModelInUse } from '#web/model/model.svelte';
import { ReadSession } from '#web/read/session.svelte';
import { clientOfFake, unluckyStrokes } from '../fakeEngine';
import { readingOf, seven } from '../readings';

let session: ReadSession;
let model: ModelInUse;
let picturesEngine: EngineClient<'pictures'>;
beforeEach(async () => {
  vi.useFakeTimers();
  const engine = clientOfFake();
  model = new ModelInUse(engine);
  picturesEngine = clientOfFake();
  session = new ReadSession(engine, picturesEngine, model);
  await model.use(Uint8Array.of(1), 'file');
});
afterEach(() => {
  vi.useRealTimers();
});

/** Draws this many dots, and waits until the pen counts as resting. */
async function write(strokes: number): Promise<void> {
  for (let at = 0; at < strokes; at++) {
    session.drawing.begin(1, { x: at, y: at });
    session.drawing.end(1);
  }
  session.inkChanged();
  session.penLifted();
  await vi.advanceTimersByTimeAsync(1000);
}

test('announces a digit with its confidence', async () => {
  await write(2);
  expect(session.announcement).toMatch(/^2, .* confident$/);
});

test('announces ink that isn’t a digit, with the likeliest class', async () => {
  await write(unluckyStrokes);
  expect(session.reading?.text).toBe('');
  expect(session.announcement).toBe('Not a digit (looks most like 0)');
});

test('announces nothing during a stroke, and one answer when the pen rests', async () => {
  session.drawing.begin(1, { x: 0, y: 0 });
  for (let at = 1; at < 50; at++) {
    session.drawing.extend(1, [{ x: at, y: at }]);
    session.inkChanged();
    await vi.advanceTimersByTimeAsync(100);
    expect(session.announcement).toBe('');
  }
  session.drawing.end(1);
  session.penLifted();
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.announcement).toMatch(/^1, /);
});

test('undo and redo are read and announced like new ink', async () => {
  await write(1);
  await write(1);
  session.undo();
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.reading?.text).toBe('1');
  expect(session.announcement).toMatch(/^1, /);
  session.redo();
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.announcement).toMatch(/^2, /);
  expect([session.canUndo, session.canRedo]).toEqual([true, false]);
});

test('a cleared pad has no answer, even if one was pending, and undo restores it', async () => {
  await write(3);
  session.inkChanged();
  session.clear();
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.reading).toBe(null);
  expect(session.announcement).toBe('The pad is empty.');
  session.undo();
  await vi.advanceTimersByTimeAsync(1000);
  expect(session.reading?.text).toBe('3');
});

test('ignores a failed reading after the pad was cleared', async () => {
  const failing: (() => void)[] = [];
  const call = () => new Promise<never>((_, reject) => failing.push(reject));
  const late = new ReadSession(
    { call } as unknown as EngineClient<'reading'>,
    picturesEngine,
    model,
  );
  late.drawing.begin(1, { x: 0, y: 0 });
  late.drawing.end(1);
  late.inkChanged();
  late.clear();
  while (failing.length > 0) {
    failing.pop()?.(); // both attempts
    await vi.advanceTimersByTimeAsync(100);
  }
  expect([late.problem, late.busy, late.reading]).toEqual(['', false, null]);
});

test('an empty pad has no eraser, and erasing everything selects the pen', async () => {
  session.changeTool();
  expect(session.tool).toBe('pen');
  await write(1);
  session.changeTool();
  expect(session.tool).toBe('eraser');
  session.undo();
  expect(session.tool).toBe('pen');
});

test('the selected digit stays selected as long as it exists', async () => {
  session.reading = readingOf(seven, seven, seven);
  session.select(2);
  expect(session.selected).toBe(2);
  session.reading = readingOf(seven, seven);
  expect(session.selected).toBe(1);
  session.reading = readingOf();
  expect(session.selected).toBe(0);
  session.reading = readingOf(seven, seven, seven);
  expect(session.selected).toBe(2);
});

describe('a picture', () => {
  const pictureOf = (count: number, digit: number) => ({
    grey: { grey: Uint8Array.of(count, digit), width: 2, height: 1 },
    canvas: {} as HTMLCanvasElement,
  });
  const settle = () => vi.advanceTimersByTimeAsync(1000);

  test('is read instead of the drawing, which returns when it is closed', async () => {
    await write(3);
    session.show(pictureOf(2, 8));
    expect([session.reading, session.busy]).toEqual([null, true]);
    await settle();
    expect(session.reading?.text).toBe('88');
    expect(session.announcement).toBe('2 digits: 8, 8');
    session.closePicture();
    await settle();
    expect(session.reading?.text).toBe('3');
    expect(session.announcement).toMatch(/^3, /);
  });

  test('keeps its answer whatever the pad does, and blocks editing behind it', async () => {
    await write(3);
    session.show(pictureOf(1, 8));
    await settle();
    session.undo();
    session.clear();
    session.inkChanged();
    await settle();
    expect(session.reading?.text).toBe('8');
    session.closePicture();
    await settle();
    expect(session.reading?.text).toBe('3');
  });

  test('without writing is reported as blank', async () => {
    session.show(pictureOf(0, 0));
    expect([session.blank, session.empty]).toEqual([false, false]);
    await settle();
    expect(session.blank).toBe(true);
    expect(session.announcement).toMatch(/^No digits found/);
    session.closePicture();
    expect([session.blank, session.empty]).toEqual([false, true]);
  });

  test('that crashes the engine shows an error; the next one and the drawing can be read', async () => {
    await write(3);
    const restore = vi.spyOn(model, 'restore');
    session.show(pictureOf(66, 0));
    await settle();
    expect(session.problem).toMatch(/choose another image/);
    session.show(pictureOf(1, 8));
    await settle();
    expect([session.problem, session.reading?.text]).toEqual(['', '8']);
    session.closePicture();
    await settle();
    expect([session.problem, session.reading?.text]).toEqual(['', '3']);
    expect(restore).not.toHaveBeenCalled(); // the worker that reads strokes hasn't crashed
  });

  test('is read again by another model', async () => {
    const call = vi.spyOn(picturesEngine, 'call');
    session.show(pictureOf(1, 8));
    await settle();
    await model.use(Uint8Array.of(2), 'file');
    await settle();
    expect(call.mock.calls).toMatchObject([
      ['read_picture', { model: Uint8Array.of(1) }],
      ['read_picture', { model: Uint8Array.of(2) }],
    ]);
    expect(session.reading?.text).toBe('8');
  });
});
