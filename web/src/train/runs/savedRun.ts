import type { Row } from '../../charts/history';
import type { TrainingOutcome } from '../../protocol/calls';
import type { RunInfo } from '../../protocol/runs';
import type { TrainingSettings } from '../../protocol/types';
import { validationAccuracy } from '../../results/validation';

/** A finished run: its settings, history and result. */
export interface SavedRun {
  id: string;
  name: string;
  number?: number; // stays for good; absent in earlier versions’ records
  begun: number; // milliseconds since 1970
  data: string;
  network: string;
  settings: TrainingSettings;
  epochs: number; // completed
  elapsed_ms: number;
  accuracy: number | null; // validation accuracy
  rows: readonly Row[];
  model: Uint8Array; // safetensors
}

/** A run's data at its end. */
export interface EndedRun {
  info: RunInfo;
  network: string; // title of the network
  outcome: TrainingOutcome;
  rows: readonly Row[];
  elapsed_ms: number;
}

export function savedRunOf({ info, network, outcome, rows, elapsed_ms }: EndedRun): SavedRun {
  const accuracy = validationAccuracy(null, outcome);
  return {
    id: info.id,
    name: network,
    begun: info.begun,
    data: info.data.name,
    network,
    settings: info.settings,
    epochs: outcome.progress.epoch,
    elapsed_ms,
    accuracy: Number.isFinite(accuracy) ? accuracy : null,
    rows,
    model: outcome.model,
  };
}

/** Returns a unique id, also on pages without HTTPS. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '-',
  );
}
