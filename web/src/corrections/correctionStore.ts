import { get, update } from 'idb-keyval';
import type { Correction } from './correction';

type Change = (all: readonly Correction[]) => Correction[];

/** Where corrections outlive the page. Rejects where a browser denies it, or has no room. */
export interface CorrectionStore {
  read(): Promise<Correction[]>;
  /** Changes what is kept: another tab may have added to it meanwhile. */
  change(change: Change): Promise<void>;
}

const name = 'corrections';

export const browserCorrectionStore: CorrectionStore = {
  read: async () => (await get<Correction[]>(name)) ?? [],
  change: (change) => update<Correction[]>(name, (stored) => change(stored ?? [])),
};
