/**
 * Keeps the screen on, and the device awake, until what is returned is called. Browsers take the lock back
 * when the page is hidden: it is asked for again whenever the page is seen.
 */
export function keepScreenOn(): () => void {
  const ended = new AbortController();
  let lock: WakeLockSentinel | null = null;

  async function take(): Promise<void> {
    const wanted = document.visibilityState === 'visible' && (lock?.released ?? true);
    if (!wanted || !navigator.wakeLock) return;
    try {
      const taken = await navigator.wakeLock.request('screen');
      if (ended.signal.aborted || lock?.released === false) await taken.release();
      else lock = taken;
    } catch {
      // Not allowed, as with little battery: what runs goes on until the device sleeps.
    }
  }

  document.addEventListener('visibilitychange', () => void take(), { signal: ended.signal });
  void take();
  return () => {
    ended.abort();
    void lock?.release();
  };
}
