// The pad of index.html, which is there before the page: web/public/first-strokes.js keeps what is written on it.

declare global {
  interface Window {
    firstStrokes?: PointerEvent[];
  }
}

export interface FirstPad {
  canvas: HTMLCanvasElement;
  /** Repeats on it what was written before, as soon as something listens. */
  rewrite(): void;
}

function newPad(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.dataset.testid = 'pad';
  return canvas;
}

/** The same event, with its point elsewhere. */
function movedBy(event: PointerEvent, x: number, y: number): PointerEvent {
  const { type, pointerId, pointerType, isPrimary, button, buttons, pressure } = event;
  const [clientX, clientY] = [event.clientX + x, event.clientY + y];
  const kept = { pointerId, pointerType, isPrimary, button, buttons, pressure, clientX, clientY };
  return new PointerEvent(type, { ...kept, bubbles: true, cancelable: true });
}

/** That pad, so that a pen which is on it stays on it; a new one where it was taken before. */
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
