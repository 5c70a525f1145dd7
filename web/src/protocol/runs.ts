// Messages between page and worker about a run.
import type { Progress, TrainingSettings } from './types';

/** Progress, and the time the run had taken by then, without pauses. */
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

/** Whether all of them were drawn by the engine: files added to those make another format. */
export const onlyDrawn = ({ format }: DataName): boolean => format === 'synthetic';

/** What identifies a run. */
export interface RunInfo {
  id: string;
  begun: number; // when, in milliseconds since 1970
  data: DataName;
  settings: TrainingSettings;
}

/** The course of a run so far, for its charts. */
export interface RunHistory {
  progress: readonly TimedProgress[];
  elapsed_ms: number;
}

/** The result of writing a checkpoint. If the browser could not store it, the page gets the file. */
export interface SavedCheckpoint {
  generation: number;
  problem: 'full' | 'denied' | null;
  file: Uint8Array | null;
}
