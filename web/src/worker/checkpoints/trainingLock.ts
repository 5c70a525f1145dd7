import { pageFailure } from '../../protocol/failure';

const prefix = 'inkling-training-';

// A terminated worker holds its lock for a moment longer.
const patienceMs = 5000;

/** Holds a run's lock during `work`, so that no other page resumes it. Without locks, just runs `work`. */
export function withTrainingLock<Done>(id: string, work: () => Promise<Done>): Promise<Done> {
  const { locks } = globalThis.navigator ?? {};
  if (!locks) return work();
  const waited = new AbortController();
  const clock = setTimeout(() => waited.abort(), patienceMs);
  return new Promise((done, failed) => {
    const begun = () => {
      clearTimeout(clock);
      return work().then(done, failed);
    };
    locks
      .request(prefix + id, { signal: waited.signal }, begun)
      .catch(() => failed(pageFailure('runningElsewhere')));
  });
}

/** Returns the ids of the runs in progress in any page. */
export async function runningTrainings(): Promise<ReadonlySet<string>> {
  const held = (await globalThis.navigator?.locks?.query())?.held ?? [];
  return new Set(held.map(({ name = '' }) => name.slice(prefix.length)));
}
