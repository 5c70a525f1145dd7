import { declined } from '../../protocol/failure';

const prefix = 'inkling-training-';

// A worker that was ended holds on for a moment.
const patienceMs = 5000;

/** Does what no other page shall do meanwhile with this training, where the browser has locks. */
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
      .catch(() => failed(declined('runningElsewhere')));
  });
}

/** The trainings that go on now, in whichever page. */
export async function runningTrainings(): Promise<ReadonlySet<string>> {
  const held = (await globalThis.navigator?.locks?.query())?.held ?? [];
  return new Set(held.map(({ name = '' }) => name.slice(prefix.length)));
}
