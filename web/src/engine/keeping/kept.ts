import type { Handlers } from '../calls';
import { overview } from '../data';
import { declined, refuseUnlessEmpty } from '../failure';
import type { Owned } from '../owned';
import type { Data, TrainingEngine } from '../types';
import { type About, type Checkpoint, newest } from './checkpoint';
import { dataFile, slots } from './keeper';
import { goingOn } from './lock';
import type { TrainingStore } from './store';

/** The newest checkpoint of a training that is whole. */
export async function newestKept(store: TrainingStore, id: string): Promise<Checkpoint | null> {
  return newest(await Promise.all(slots.map((slot) => store.read(id, slot))));
}

/** The data that were kept with a training; null where there are none. Throws why they cannot be used. */
export async function keptData(
  engine: TrainingEngine,
  store: TrainingStore,
  { id, data: { format, details } }: About,
): Promise<Data | null> {
  const block = await store.read(id, dataFile);
  if (!block) return null;
  const data = new engine.Data();
  try {
    refuseUnlessEmpty(data.restore(block, format, details));
    return data;
  } catch (error) {
    data.delete();
    throw error;
  }
}

/** Trainings that were interrupted, for the page to offer. */
export function keptCalls(
  engine: TrainingEngine,
  current: Owned<Data>,
  store: TrainingStore,
): Pick<Handlers<'training'>, 'interrupted' | 'reopen_data' | 'forget_training'> {
  return {
    async interrupted() {
      const elsewhere = await goingOn();
      const ids = (await store.ids().catch(() => [])).filter((id) => !elsewhere.has(id));
      const all = await Promise.all(ids.map((id) => newestKept(store, id)));
      return all.flatMap((kept) => (kept ? [{ about: kept.about, story: kept.story }] : []));
    },
    async reopen_data(about) {
      const data = await keptData(engine, store, about);
      if (!data) throw declined('nothingKept');
      return overview(current.replace(data));
    },
    async forget_training(id) {
      await store.remove(id).catch(() => {});
      return null;
    },
  };
}
