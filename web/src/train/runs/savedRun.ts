import type { Row } from '../../charts/measures';
import type { TrainingOutcome } from '../../protocol/calls';
import type { RunInfo } from '../../protocol/runs';
import type { TrainingSettings } from '../../protocol/types';
import { validationAccuracy } from '../../results/validation';

/**
 * A finished run: its settings, history and result. To add a field: here, in savedRunOf(), and in `checks`. Runs that
 * were saved earlier lack it, so its check must accept `undefined`.
 */
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

type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string' && value.length <= 1000;
const isCount = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;
const isShare = (value: unknown) => value === null || (isCount(value) && Number(value) <= 1);
const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

/** Settings may be from any version. They are validated again before use. */
const areSettings = (value: unknown) => isObject(value) && Object.values(value).every(isPlain);

const counts = ['epoch', 'step', 'elapsed_ms'] satisfies (keyof Row)[];
const measures = [
  ...(['batch_loss', 'batch_accuracy', 'training_loss', 'training_accuracy'] as const),
  ...(['validation_loss', 'validation_accuracy'] as const),
] satisfies (keyof Row)[];

const isRow = (row: unknown) =>
  isObject(row) &&
  counts.every((name) => isCount(row[name])) &&
  measures.every((name) => row[name] === null || typeof row[name] === 'number');
const areRows = (value: unknown) =>
  Array.isArray(value) && value.length <= 10_000 && value.every(isRow);

/** Required fields. Records with one that is missing or malformed are ignored, whether stored or from a file. */
const checks: Record<Exclude<keyof SavedRun, 'model' | 'number'>, (value: unknown) => boolean> = {
  id: (value) => isText(value) && /^[\w-]+$/.test(String(value)),
  name: isText,
  begun: (value) => isCount(value) && Number(value) <= 8.64e15,
  data: isText,
  network: isText,
  settings: areSettings,
  epochs: isCount,
  elapsed_ms: isCount,
  accuracy: isShare,
  rows: areRows,
};
export const fields = Object.keys(checks) as (keyof typeof checks)[];

/** Returns the first field that is missing or malformed. Doesn't check the model. */
export const faultIn = (run: Fields) => fields.find((field) => !checks[field](run[field]));

/** Whether the value is a valid run, whoever wrote it. */
export const isSavedRun = (value: unknown): value is SavedRun =>
  isObject(value) &&
  !faultIn(value) &&
  value.model instanceof Uint8Array &&
  (value.number === undefined || isCount(value.number));

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
