import { get, update } from 'idb-keyval';
import type { Correction } from './correction';

type Change = (all: readonly Correction[]) => Correction[];

/** Stores corrections beyond the visit. Rejects if the browser denies storage or is out of space. */
export interface CorrectionStore {
  read(): Promise<Correction[]>;
  /** Changes the stored list, to which another tab may have added. */
  change(change: Change): Promise<void>;
}

const name = 'corrections';

export const browserCorrectionStore: CorrectionStore = {
  read: async () => (await get<Correction[]>(name)) ?? [],
  change: (change) => update<Correction[]>(name, (stored) => change(stored ?? [])),
};
