import { expect, test } from 'vitest';
import { Drawing } from '#web/ink/drawing';
import { listenToPen } from '#web/ink/pen';

const quiet = { changed: () => {}, ended: () => {} };

/** As much of an element as the pen needs. */
function padDouble(): HTMLElement {
  const pad = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 10, top: 20 }),
    setPointerCapture: () => {},
  });
  return pad as unknown as HTMLElement;
}

function touch(pad: HTMLElement, type: string, pointerId: number, at: number): void {
  const facts = { pointerId, pointerType: 'touch', clientX: at, clientY: at };
  pad.dispatchEvent(Object.assign(new Event(type), facts));
}

test('a stroke is written in the coordinates of the pad', () => {
  const [pad, drawing] = [padDouble(), new Drawing()];
  listenToPen(pad, drawing, quiet);
  touch(pad, 'pointerdown', 1, 30);
  touch(pad, 'pointermove', 1, 40);
  touch(pad, 'pointerup', 1, 40);
  expect(drawing.all).toEqual([
    [
      { x: 20, y: 10 },
      { x: 30, y: 20 },
    ],
  ]);
});

test('a pad that goes away during a stroke keeps it, and the next pad can be written on', () => {
  const drawing = new Drawing();
  const before = padDouble();
  const stop = listenToPen(before, drawing, quiet);
  touch(before, 'pointerdown', 1, 30);
  stop();
  expect(drawing.penDown).toBe(false);
  const after = padDouble();
  listenToPen(after, drawing, quiet);
  touch(after, 'pointerdown', 2, 50);
  expect(drawing.all).toHaveLength(2);
});
