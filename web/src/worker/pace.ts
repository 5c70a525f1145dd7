// Long work in a worker runs in slices. In between, the worker handles messages.

const sliceMs = 30;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets pending messages be handled. Unlike a timer, it isn't slowed in hidden tabs. */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

/** Adapts the number of pieces in a slice to the time that earlier ones took. */
export class Pace {
  pieces = 1;

  record(ms: number): void {
    const fitting = Math.floor((this.pieces * sliceMs) / ms);
    // At most doubles: a few pieces, or the first ones, before optimised compilation, say little.
    this.pieces = Math.max(1, Math.min(fitting, 2 * this.pieces));
  }
}

/** Returns true at most `perSecond` times a second. */
export function throttle(perSecond: number, now = () => performance.now()): () => boolean {
  let next = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() < next) return false;
    next = now() + 1000 / perSecond;
    return true;
  };
}
