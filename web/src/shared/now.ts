let last = 0;

/** Later than every time returned before, even within a millisecond. */
export function now(): number {
  last = Math.max(Date.now(), last + 1);
  return last;
}
