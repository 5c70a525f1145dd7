import type { Handlers } from '../../protocol/calls';
import { pageFailure, throwIfError } from '../../protocol/failure';
import type { RunInfo } from '../../protocol/runs';
import type { Data, TrainingEngine } from '../../protocol/types';
import { overview } from '../handlers/importData';
import type { Owned } from '../owned';
import { type Checkpoint, newestCheckpoint } from './checkpointFile';
import { dataFile, slots } from './checkpointWriter';
import { runningTrainings } from './trainingLock';
import type { TrainingStore } from './trainingStore';

/** Returns a run's newest intact checkpoint. */
export async function newestSaved(store: TrainingStore, id: string): Promise<Checkpoint | null> {
  return newestCheckpoint(await Promise.all(slots.map((slot) => store.read(id, slot))));
}

/** Returns the data saved with a run; null if there are none. Throws if they can't be used. */
export async function savedData(
  engine: TrainingEngine,
  store: TrainingStore,
  { id, data: { format, details } }: RunInfo,
): Promise<Data | null> {
  const block = await store.read(id, dataFile);
  if (!block) return null;
  const data = new engine.Data();
  try {
    throwIfError(data.restore(block, format, details));
    return data;
  } catch (error) {
    data.delete();
    throw error;
  }
}

/** Handles calls about interrupted runs. */
export function checkpointCalls(
  engine: TrainingEngine,
  current: Owned<Data>,
  store: TrainingStore,
): Pick<Handlers<'training'>, 'interrupted' | 'reopen_data' | 'forget_training'> {
  return {
    async interrupted() {
      const elsewhere = await runningTrainings();
      const ids = (await store.ids().catch(() => [])).filter((id) => !elsewhere.has(id));
      const all = await Promise.all(ids.map((id) => newestSaved(store, id)));
      return all.flatMap((checkpoint) =>
        checkpoint ? [{ info: checkpoint.info, history: checkpoint.history }] : [],
      );
    },
    async reopen_data(info) {
      const data = await savedData(engine, store, info);
      if (!data) throw pageFailure('noCheckpoint');
      return overview(current.replace(data));
    },
    async forget_training(id) {
      await store.remove(id).catch(() => {});
      return null;
    },
  };
}
