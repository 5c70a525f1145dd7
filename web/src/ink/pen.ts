import type { Drawing } from './drawing';
import type { Point } from './strokes';

export interface PenEvents {
  changed(): void;
  ended(): void;
}

const writes = (event: PointerEvent) => event.pointerType !== 'mouse' || event.button === 0;

/** Where the pointer was since the last event, as finely as the browser knows. */
function pointsOf(event: PointerEvent, origin: Point): Point[] {
  const all = event.getCoalescedEvents?.() ?? [];
  const events = all.length > 0 ? all : [event];
  return events.map(({ clientX, clientY }) => ({ x: clientX - origin.x, y: clientY - origin.y }));
}

function capture(pad: HTMLElement, pointer: number): void {
  try {
    pad.setPointerCapture(pointer);
  } catch {
    // The pointer has gone by the time its event is handled: the stroke is a dot.
  }
}

/** Turns the pointer events of the pad into strokes, until the returned function is called, which ends an open one. */
export function listenToPen(pad: HTMLElement, drawing: Drawing, events: PenEvents): () => void {
  let origin: Point = { x: 0, y: 0 };

  function down(event: PointerEvent): void {
    if (!writes(event)) return;
    const { left, top } = pad.getBoundingClientRect();
    const first = { x: event.clientX - left, y: event.clientY - top };
    if (!drawing.begin(event.pointerId, first)) return;
    origin = { x: left, y: top };
    capture(pad, event.pointerId);
    events.changed();
  }

  function move(event: PointerEvent): void {
    if (drawing.extend(event.pointerId, pointsOf(event, origin))) events.changed();
  }

  function end(event: PointerEvent): void {
    if (drawing.end(event.pointerId)) events.ended();
  }

  const listening = new AbortController();
  const options = { signal: listening.signal };
  pad.addEventListener('pointerdown', down, options);
  pad.addEventListener('pointermove', move, options);
  pad.addEventListener('pointerup', end, options);
  pad.addEventListener('pointercancel', end, options);
  pad.addEventListener('lostpointercapture', end, options);
  return () => {
    listening.abort();
    drawing.release();
  };
}
