// Detects the end of a worker. A killed worker, for example out of memory, sends no event, but its locks are
// released.

/** Holds a lock while this worker lives, and returns its name; empty if the browser has no locks. */
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

/** Resolves when the worker that holds this lock has ended; never for an empty name. */
export function workerLost(name: string): Promise<void> {
  if (name === '') return new Promise(() => {});
  return navigator.locks.request(name, () => {});
}
