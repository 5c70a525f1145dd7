import { beforeEach, describe, expect, test } from 'vitest';
import { Drawing, type Tool } from '#web/ink/drawing';
import { UntilPenWrites } from '#web/ink/fingers';
import { listenToPen, palmMs } from '#web/ink/pen';
import type { Corners } from '#web/ink/placement';

/** The members of an element that the pen needs. */
function fakePad(): HTMLElement {
  const pad = Object.assign(new EventTarget(), {
    setPointerCapture: () => {},
  });
  return pad as unknown as HTMLElement;
}

/** Upright and at its original size. */
const cornersAt = (x: number, y: number): Corners => ({
  topLeft: { x, y },
  topRight: { x: x + 1000, y },
  bottomLeft: { x, y: y + 400 },
});

let pad: HTMLElement;
let corners: Corners;
let fingers: UntilPenWrites;
let always: boolean; // fingers draw nevertheless
let refusals: number;
let drawing: Drawing;
let tool: Tool;
let events: string[];

function listen(to = pad): () => void {
  const tell = (what: string) => () => events.push(what);
  const options = { tool: () => tool, corners: () => corners, fingers };
  return listenToPen(to, drawing, options, { changed: tell('changed'), ended: tell('ended') });
}

beforeEach(() => {
  pad = fakePad();
  corners = cornersAt(10, 20);
  always = false;
  refusals = 0;
  fingers = new UntilPenWrites(() => always);
  fingers.refused = () => {
    refusals += 1;
  };
  drawing = new Drawing();
  drawing.resize({ width: 1000, height: 400 });
  tool = 'pen';
  events = [];
});

type Facts = Partial<PointerEvent> & { at?: number };

function send(type: string, { at = 30, ...facts }: Facts = {}, to = pad): void {
  const event = new Event(type);
  const all = { pointerId: 1, pointerType: 'touch', button: 0, buttons: 1, timeStamp: 0, ...facts };
  for (const [name, value] of Object.entries({ clientX: at, clientY: at, ...all })) {
    Object.defineProperty(event, name, { value });
  }
  to.dispatchEvent(event);
}

const pen = (timeStamp: number, facts: Facts = {}): Facts => ({
  pointerId: 7,
  pointerType: 'pen',
  timeStamp,
  ...facts,
});

function stroke(facts: Facts = {}): void {
  send('pointerdown', facts);
  send('pointermove', { ...facts, at: (facts.at ?? 30) + 10 });
  send('pointerup', facts);
}

test('strokes are in the pad’s coordinates', () => {
  listen();
  stroke();
  expect(drawing.all).toEqual([
    [
      { x: 20, y: 10 },
      { x: 30, y: 20 },
    ],
  ]);
  expect(events).toEqual(['changed', 'changed', 'ended']);
});

test('coalesced points are all drawn', () => {
  listen();
  send('pointerdown');
  const between = [40, 50, 60].map((at) => ({ clientX: at, clientY: at }) as PointerEvent);
  send('pointermove', { at: 60, getCoalescedEvents: () => between });
  expect(drawing.all[0]?.map(({ x }) => x)).toEqual([20, 30, 40, 50]);
});

test('ink follows the pad if the page scrolls in mid-stroke', () => {
  listen();
  send('pointerdown');
  corners = cornersAt(10, -80);
  send('pointermove', { at: 31 });
  expect(drawing.all[0]?.at(-1)).toEqual({ x: 21, y: 111 });
});

test.each(['pointerup', 'lostpointercapture'])('%s ends a stroke without losing points', (end) => {
  listen();
  send('pointerdown');
  send('pointermove', { at: 50 });
  send(end, { at: 0 });
  send('pointermove', { at: 90 });
  expect(drawing.all).toEqual([
    [
      { x: 20, y: 10 },
      { x: 40, y: 30 },
    ],
  ]);
});

describe('a touch cancelled by the system', () => {
  beforeEach(() => {
    listen();
  });

  test('leaves no mark, and earlier ink stays', () => {
    stroke({ at: 100 });
    events = [];
    send('pointerdown', { pointerId: 2 });
    send('pointermove', { pointerId: 2, at: 50 });
    send('pointercancel', { pointerId: 2 });
    send('lostpointercapture', { pointerId: 2 });
    expect(drawing.all.map(([first]) => first?.x)).toEqual([90]);
    expect(events.slice(-2)).toEqual(['changed', 'ended']);
    expect(drawing.canUndo).toBe(true);
    drawing.undo();
    expect(drawing.empty).toBe(true);
  });

  test('doesn’t affect another pointer’s stroke', () => {
    send('pointerdown', { pointerId: 1 });
    send('pointercancel', { pointerId: 2 });
    expect([drawing.penDown, drawing.all.length]).toEqual([true, 1]);
  });

  test('isn’t a pen, whose stroke stays', () => {
    send('pointerdown', pen(0));
    send('pointermove', pen(10, { at: 50 }));
    send('pointercancel', pen(20));
    expect([drawing.penDown, drawing.all.length]).toEqual([false, 1]);
  });
});

describe('a pointer whose end was missed', () => {
  beforeEach(() => {
    listen();
  });

  test('ends its stroke when it moves without a button', () => {
    send('pointerdown', { pointerType: 'mouse' });
    send('pointermove', { pointerType: 'mouse', at: 50, buttons: 0 });
    send('pointermove', { pointerType: 'mouse', at: 90, buttons: 0 });
    expect([drawing.penDown, drawing.all[0]?.length]).toEqual([false, 1]);
    expect(events).toEqual(['changed', 'ended']);
  });

  test('draws again when it touches again', () => {
    send('pointerdown', { isPrimary: true });
    send('pointerdown', { isPrimary: true, pointerId: 2, at: 90 });
    send('pointermove', { isPrimary: true, pointerId: 2, at: 99 });
    expect(drawing.all.map(({ length }) => length)).toEqual([1, 2]);
  });
});

test.each(['touchstart', 'touchmove'])('%s has no default action on the pad', (type) => {
  const stop = listen();
  const touch = () => new Event(type, { cancelable: true });
  expect(pad.dispatchEvent(touch())).toBe(false);
  expect(pad.dispatchEvent(new Event(type, { cancelable: false }))).toBe(true); // while scrolling
  stop();
  expect(pad.dispatchEvent(touch())).toBe(true);
});

test('a second finger neither draws nor ends the stroke', () => {
  listen();
  send('pointerdown');
  send('pointerdown', { pointerId: 2, at: 90 });
  send('pointermove', { pointerId: 2, at: 99 });
  send('pointerup', { pointerId: 2 });
  send('pointermove', { at: 50 });
  expect(drawing.all.map(({ length }) => length)).toEqual([2]);
});

test('only the left mouse button draws', () => {
  listen();
  for (const button of [1, 2]) stroke({ pointerType: 'mouse', button, buttons: 2 * button });
  expect(drawing.empty).toBe(true);
  stroke({ pointerType: 'mouse' });
  expect(drawing.all).toHaveLength(1);
});

test('a pad removed in mid-stroke keeps the stroke, and the next pad works', () => {
  const stop = listen();
  send('pointerdown');
  stop();
  expect(drawing.penDown).toBe(false);
  const after = fakePad();
  listen(after);
  send('pointerdown', { pointerId: 2, at: 50 }, after);
  expect(drawing.all).toHaveLength(2);
});

describe('a hand that holds a pen', () => {
  beforeEach(() => {
    listen();
  });

  test('doesn’t draw while the pen draws, nor shortly after', () => {
    send('pointerdown', pen(0));
    stroke({ timeStamp: 10 });
    send('pointermove', pen(1000, { at: 60 }));
    send('pointerup', pen(1000));
    always = true;
    stroke({ timeStamp: 1000 + palmMs - 1 });
    expect(drawing.all).toHaveLength(1);
    stroke({ timeStamp: 1000 + palmMs });
    expect(drawing.all).toHaveLength(2);
  });

  test('doesn’t draw while the pen hovers', () => {
    send('pointermove', pen(5000, { buttons: 0 }));
    stroke({ timeStamp: 5100 });
    expect(drawing.empty).toBe(true);
  });

  test('that touched first loses its stroke when the pen draws', () => {
    send('pointerdown', { timeStamp: 0 });
    send('pointermove', { timeStamp: 5, at: 33 });
    send('pointerdown', pen(20, { at: 100 }));
    send('pointermove', { timeStamp: 25, at: 35 });
    send('pointermove', pen(30, { at: 140 }));
    expect(drawing.all.map((one) => one.map(({ x }) => x))).toEqual([[90, 130]]);
  });

  test('doesn’t draw later either', () => {
    stroke();
    expect(drawing.all).toHaveLength(1);
    stroke(pen(0));
    stroke({ timeStamp: 100 * palmMs });
    expect(drawing.all).toHaveLength(2);
  });

  test('reports an ignored finger only if it isn’t a palm', () => {
    stroke(pen(0));
    stroke({ timeStamp: palmMs - 1 });
    expect(refusals).toBe(0);
    send('pointerdown', { timeStamp: palmMs }); // the hand rests while the pen draws
    stroke(pen(palmMs + 100));
    send('pointerup', { timeStamp: palmMs + 200 });
    expect(refusals).toBe(0);
    stroke({ timeStamp: 3 * palmMs });
    expect(refusals).toBe(1);
  });

  test('doesn’t block the mouse', () => {
    stroke(pen(0));
    stroke({ pointerType: 'mouse', timeStamp: 10 });
    expect(drawing.all).toHaveLength(2);
  });
});

describe('erasing', () => {
  beforeEach(() => {
    listen();
    stroke();
    stroke({ at: 200 });
  });

  test('uses the selected tool', () => {
    tool = 'eraser';
    stroke({ at: 32 });
    expect(drawing.all.map(([first]) => first?.x)).toEqual([190]);
  });

  test('works with the pen’s other end, whatever the tool', () => {
    stroke(pen(0, { at: 202, button: 5, buttons: 32 }));
    expect(drawing.all.map(([first]) => first?.x)).toEqual([20]);
    stroke(pen(50, { at: 300 }));
    expect(drawing.all).toHaveLength(2);
  });
});
