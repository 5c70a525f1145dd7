import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { ModelInUse } from '#web/model/model.svelte';
import { ReadSession } from '#web/read/session.svelte';
import { clientOfDouble, unluckyStrokes } from '../double';
import { readingOf, seven } from '../readings';

let session: ReadSession;
let model: ModelInUse;
let picturesEngine: EngineClient<'pictures'>;
beforeEach(async () => {
  vi.useFakeTimers();
  const engine = clientOfDouble();
  model = new ModelInUse(engine);
  picturesEngine = clientOfDouble();
  session = new ReadSession(engine, picturesEngine, model);
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
  expect(session.announcement).toMatch(/^2, .* confident$/);
});

test('what is no digit is announced as none, with its likeliest', async () => {
  await write(unluckyStrokes);
  expect(session.reading?.text).toBe('');
  expect(session.announcement).toBe('Not a digit (looks most like 0)');
});

test('nothing is announced while the pen writes, and one answer when it rests', async () => {
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

test('undo and redo are read and announced as if just written', async () => {
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

test('a cleared pad has no answer, whatever was on its way, and comes back by undo', async () => {
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

test('a reading that fails after the pad was cleared is not told of', async () => {
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
    failing.pop()?.(); // the first time, and the second
    await vi.advanceTimersByTimeAsync(100);
  }
  expect([late.problem, late.busy, late.reading]).toEqual(['', false, null]);
});

test('there is no eraser for an empty pad, and the pen is back once all is erased', async () => {
  session.changeTool();
  expect(session.tool).toBe('pen');
  await write(1);
  session.changeTool();
  expect(session.tool).toBe('eraser');
  session.undo();
  expect(session.tool).toBe('pen');
});

test('the digit looked at stays, as long as there are so many', async () => {
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

  test('is read in place of the drawing, which is there again when it is put away', async () => {
    await write(3);
    session.show(pictureOf(2, 8));
    expect([session.reading, session.busy]).toEqual([null, true]);
    await settle();
    expect(session.reading?.text).toBe('88');
    expect(session.announcement).toBe('2 digits: 8, 8');
    session.putAway();
    await settle();
    expect(session.reading?.text).toBe('3');
    expect(session.announcement).toMatch(/^3, /);
  });

  test('keeps its answer whatever is heard of the pad, which cannot be edited behind it', async () => {
    await write(3);
    session.show(pictureOf(1, 8));
    await settle();
    session.undo();
    session.clear();
    session.inkChanged();
    await settle();
    expect(session.reading?.text).toBe('8');
    session.putAway();
    await settle();
    expect(session.reading?.text).toBe('3');
  });

  test('with nothing on it is said to be blank', async () => {
    session.show(pictureOf(0, 0));
    expect([session.blank, session.empty]).toEqual([false, false]);
    await settle();
    expect(session.blank).toBe(true);
    expect(session.announcement).toMatch(/^No digits found/);
    session.putAway();
    expect([session.blank, session.empty]).toEqual([false, true]);
  });

  test('on which the engine stops is told of, and the next one and the drawing can be read', async () => {
    await write(3);
    const restore = vi.spyOn(model, 'restore');
    session.show(pictureOf(66, 0));
    await settle();
    expect(session.problem).toMatch(/choose another image/);
    session.show(pictureOf(1, 8));
    await settle();
    expect([session.problem, session.reading?.text]).toEqual(['', '8']);
    session.putAway();
    await settle();
    expect([session.problem, session.reading?.text]).toEqual(['', '3']);
    expect(restore).not.toHaveBeenCalled(); // what reads strokes has not stopped
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
