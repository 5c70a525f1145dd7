import { createContext } from 'svelte';
import type { Corrections } from '../corrections/corrections.svelte';
import type { Problems } from '../kit/problems.svelte';
import type { ModelInUse } from '../model/model.svelte';
import type { Dataset } from './data/dataset.svelte';
import type { Network } from './network/network.svelte';
import type { SpeedTest } from './network/speedTest.svelte';
import type { Run } from './run/run.svelte';
import type { Runs } from './runs/runs.svelte';
import type { LoadSymbols } from './symbols/loadSymbols.svelte';
import type { TrainOnSymbols } from './symbols/trainOnSymbols.svelte';
import type { UserSymbols } from './symbols/userSymbols.svelte';
import type { Tutorial } from './tutorial/tutorial.svelte';

/** State shared by the components of the training view. */
export interface TrainContext {
  readonly data: Dataset;
  readonly corrections: Corrections;
  readonly symbols: UserSymbols;
  readonly loadSymbols: LoadSymbols;
  readonly trainOnSymbols: TrainOnSymbols;
  readonly network: Network;
  readonly speedTest: SpeedTest;
  readonly run: Run;
  readonly runs: Runs;
  readonly model: ModelInUse;
  readonly tutorial: Tutorial;
  readonly problems: Problems;
}

export const [useTrain, provideTrain] = createContext<TrainContext>();
