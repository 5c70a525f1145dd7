import type { Point } from '../shared/strokes';
import type { Drawing, Tool } from './drawing';
import type { Fingers } from './fingers';
import { type Corners, placeOnPad } from './placement';

export interface PenEvents {
  changed(): void;
  ended(): void;
}

export interface PenOptions {
  tool(): Tool;
  /** Returns the pad's current position. */
  corners(): Corners;
  fingers: Fingers;
}

/** A touch this soon after the pen was on or above the pad counts as the resting hand. */
export const palmMs = 1500;

const turnedPen = 32; // `buttons` flag: the pen's other end or its eraser button
const erases = (event: PointerEvent) => (event.buttons & turnedPen) !== 0;
const writes = (event: PointerEvent) => event.button === 0 || erases(event);

/** Returns the pointer's positions since the last event, at the browser's full resolution. */
function pointsOf(drawing: Drawing, corners: Corners, event: PointerEvent): Point[] {
  const { size } = drawing;
  if (!size) return [];
  const all = event.getCoalescedEvents?.() ?? [];
  const events = all.length > 0 ? all : [event];
  return events.map(({ clientX: x, clientY: y }) => placeOnPad(corners, size, { x, y }));
}

function capture(pad: HTMLElement, pointer: number): void {
  try {
    pad.setPointerCapture(pointer);
  } catch {
    // The pointer was gone before its event was handled. The stroke becomes a dot.
  }
}

/** Palm rejection: tells the resting hand from intended touches. */
class Palm {
  private penSeen = Number.NEGATIVE_INFINITY; // timestamp of the last pen event, in ms
  private writer = '';

  constructor(private readonly fingers: Fingers) {}

  /** Call for every event on the pad. */
  notice(event: PointerEvent): void {
    if (event.pointerType === 'pen') this.penSeen = event.timeStamp;
  }

  isPalm(event: PointerEvent): boolean {
    return event.pointerType === 'touch' && event.timeStamp - this.penSeen < palmMs;
  }

  isRefusedFinger(event: PointerEvent): boolean {
    return event.pointerType === 'touch' && !this.fingers.write && !this.isPalm(event);
  }

  mayWrite(event: PointerEvent): boolean {
    return writes(event) && !this.isPalm(event) && !this.isRefusedFinger(event);
  }

  wrote(event: PointerEvent): void {
    this.writer = event.pointerType;
    if (event.pointerType === 'pen') this.fingers.penWrote();
  }

  /** Whether the hand touched the pad before its pen. Then its stroke wasn't intended. */
  cameBefore(event: PointerEvent): boolean {
    return event.pointerType === 'pen' && this.writer === 'touch';
  }

  /** Whether a pointer must have been lifted unnoticed, because it touches again or a new primary one does. */
  wasLifted(event: PointerEvent): boolean {
    return event.isPrimary && event.pointerType === this.writer;
  }
}

/** Prevents default touch actions. Otherwise Scribble on an iPad takes every second stroke. */
function keepTouches(pad: HTMLElement, signal: AbortSignal): void {
  const keep = (event: Event) => event.cancelable && event.preventDefault();
  for (const type of ['touchstart', 'touchmove'])
    pad.addEventListener(type, keep, { passive: false, signal });
}

/**
 * Turns the pad's pointer events into strokes, or applies the selected tool. The returned function stops
 * listening and ends an open stroke.
 */
export function listenToPen(
  pad: HTMLElement,
  drawing: Drawing,
  { tool, corners, fingers }: PenOptions,
  events: PenEvents,
): () => void {
  const palm = new Palm(fingers);
  const placesOf = (event: PointerEvent) => pointsOf(drawing, corners(), event);

  function down(event: PointerEvent): void {
    if (!palm.mayWrite(event)) return;
    if (palm.cameBefore(event)) drawing.withdraw();
    else if (palm.wasLifted(event)) drawing.release();
    const [first] = placesOf(event);
    if (!first || !drawing.begin(event.pointerId, first, erases(event) ? 'eraser' : tool())) return;
    palm.wrote(event);
    capture(pad, event.pointerId);
    events.changed();
  }

  function move(event: PointerEvent): void {
    // No button is pressed: the pen was lifted unnoticed, over a dialog or outside the window.
    if (event.buttons === 0) end(event);
    else if (drawing.penDown && drawing.extend(event.pointerId, placesOf(event))) events.changed();
  }

  function end(event: PointerEvent): void {
    if (drawing.end(event.pointerId)) events.ended();
  }

  function up(event: PointerEvent): void {
    end(event);
    if (palm.isRefusedFinger(event)) fingers.refused();
  }

  /** The system cancels touches that it recognises as a palm or a gesture. */
  function cancel(event: PointerEvent): void {
    if (event.pointerType !== 'touch') end(event);
    else if (drawing.withdraw(event.pointerId)) {
      events.changed();
      events.ended();
    }
  }

  const listening = new AbortController();
  const { signal } = listening;
  function listen(type: string, handle: typeof down): void {
    const heard = (event: PointerEvent) => {
      palm.notice(event);
      handle(event);
    };
    pad.addEventListener(type, heard as EventListener, { signal });
  }
  listen('pointerdown', down);
  listen('pointermove', move);
  listen('pointerup', up);
  listen('pointercancel', cancel);
  listen('lostpointercapture', end);
  keepTouches(pad, signal);
  return () => {
    listening.abort();
    drawing.release();
  };
}
