// The pad in index.html, which exists before the page's scripts run. firstPaint.js records what is
// drawn on it.

declare global {
  interface Window {
    firstStrokes?: PointerEvent[];
  }
}

export interface FirstPad {
  canvas: HTMLCanvasElement;
  /** Replays the recorded events to the listeners. */
  rewrite(): void;
}

function newPad(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.dataset.testid = 'pad';
  return canvas;
}

/** Returns the same event at another point. */
function movedBy(event: PointerEvent, x: number, y: number): PointerEvent {
  const { type, pointerId, pointerType, isPrimary, button, buttons, pressure } = event;
  const [clientX, clientY] = [event.clientX + x, event.clientY + y];
  const same = { pointerId, pointerType, isPrimary, button, buttons, pressure, clientX, clientY };
  return new PointerEvent(type, { ...same, bubbles: true, cancelable: true });
}

/** Takes over that pad without interrupting a stroke. Creates a new one if it has already been taken. */
export function takeFirstPad(): FirstPad {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas.first-pad');
  if (!canvas) return { canvas: newPad(), rewrite: () => {} };
  const events = window.firstStrokes?.splice(0) ?? [];
  const from = canvas.getBoundingClientRect();
  canvas.classList.remove('first-pad');
  const rewrite = () => {
    const to = canvas.getBoundingClientRect();
    for (const event of events) canvas.dispatchEvent(movedBy(event, to.x - from.x, to.y - from.y));
  };
  return { canvas, rewrite };
}
