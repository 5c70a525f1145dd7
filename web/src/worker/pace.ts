// Long work in a worker goes in slices: between two of them the worker hears its messages.

const sliceMs = 30;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets the messages that have arrived be handled. Unlike a timer, it is not slowed in hidden tabs. */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

/** How many pieces of one kind of work make a slice, by how long the ones before took. */
export class Pace {
  pieces = 1;

  took(ms: number): void {
    const fitting = Math.floor((this.pieces * sliceMs) / ms);
    // At most doubled: a few pieces, or the first, not compiled to the full yet, tell little.
    this.pieces = Math.max(1, Math.min(fitting, 2 * this.pieces));
  }
}

/** Says yes at most `perSecond` times a second. */
export function throttle(perSecond: number, now = () => performance.now()): () => boolean {
  let next = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() < next) return false;
    next = now() + 1000 / perSecond;
    return true;
  };
}
