/**
 * Keeps the screen on and the device awake. Returns a function that undoes this. Browsers release the lock when
 * the page is hidden, so it is requested again when the page becomes visible.
 */
export function keepScreenOn(): () => void {
  const ended = new AbortController();
  let lock: WakeLockSentinel | null = null;

  async function take(): Promise<void> {
    const wanted = document.visibilityState === 'visible' && (lock?.released ?? true);
    if (!wanted || !navigator.wakeLock) return;
    try {
      const acquired = await navigator.wakeLock.request('screen');
      if (ended.signal.aborted || lock?.released === false) await acquired.release();
      else lock = acquired;
    } catch {
      // Denied, for example on low battery: training continues until the device sleeps.
    }
  }

  document.addEventListener('visibilitychange', () => void take(), { signal: ended.signal });
  void take();
  return () => {
    ended.abort();
    void lock?.release();
  };
}
