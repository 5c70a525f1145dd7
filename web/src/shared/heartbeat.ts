// A worker that is killed, as for want of memory, tells nobody. Its locks are freed then.

/** Takes a lock for as long as this worker lives, and tells its name; empty where there are no locks. */
export function holdHeartbeat(): Promise<string> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve('');
  const name = `inkling-alive-${crypto.randomUUID()}`;
  return new Promise((held, failed) => {
    const forEver = () => {
      held(name);
      return new Promise<never>(() => {});
    };
    locks.request(name, forEver).catch(failed);
  });
}

/** When a worker that took such a lock is gone; never where it took none. */
export function workerLost(name: string): Promise<void> {
  if (name === '') return new Promise(() => {});
  return navigator.locks.request(name, () => {});
}
