import type { Row } from '../../charts/history';
import type { TrainingOutcome } from '../../protocol/calls';
import type { RunInfo } from '../../protocol/runs';
import type { TrainingSettings } from '../../protocol/types';
import { validationAccuracy } from '../../results/validation';

/** A run that came to its end: what it was, how it went, and what came of it. */
export interface SavedRun {
  id: string;
  name: string;
  begun: number; // milliseconds since 1970
  data: string;
  network: string;
  settings: TrainingSettings;
  epochs: number; // that were trained
  elapsed_ms: number;
  accuracy: number | null; // on images held out
  rows: readonly Row[];
  model: Uint8Array; // safetensors
}

/** What is known of a run when it ends. */
export interface EndedRun {
  info: RunInfo;
  network: string; // the title of what was trained
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

/** A name that nothing else has; pages without HTTPS make one, too. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '-',
  );
}
