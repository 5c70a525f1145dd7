// Messages between page and worker about a run.
import type { Progress, TrainingSettings } from './types';

/** Progress, with the run's duration so far, excluding pauses. */
export interface TimedProgress extends Progress {
  elapsed_ms: number;
}

/** The data of a run, as shown to people. */
export interface DataName {
  name: string;
  format: string;
  details: string;
  classes: readonly string[];
}

/** Whether two names look the same to people. Compares no images. */
export const sameData = (one: DataName, other: DataName): boolean =>
  one.name === other.name &&
  one.format === other.format &&
  one.details === other.details &&
  one.classes.join('\n') === other.classes.join('\n');

/** Whether the engine generated all the data. Adding files changes the format. */
export const onlyDrawn = ({ format }: Pick<DataName, 'format'>): boolean => format === 'synthetic';

/** A run's identity and settings. */
export interface RunInfo {
  id: string;
  begun: number; // start time in milliseconds since 1970
  data: DataName;
  settings: TrainingSettings;
}

/** The history of a run so far, for its charts. */
export interface RunHistory {
  progress: readonly TimedProgress[];
  elapsed_ms: number;
}

/** The result of writing a checkpoint. If the browser couldn't store it, the page gets the file. */
export interface SavedCheckpoint {
  generation: number;
  problem: 'full' | 'denied' | null;
  file: Uint8Array | null;
}
