import type { TimedProgress } from '../protocol/runs';

// The measures of a run and its rows, one for each progress report. To add a measure:
// - its value in Progress (core/train/TrainingState.h), where Trainer.cpp computes it and Checkpointer.cpp saves it, in
//   wasm/training_bindings.cpp and in tests/web/fakeEngine.ts
// - its fields in Row and rowOf() below, null where it has no value
// - a default for runs saved without it, which train/runs/savedRun.ts and worker/checkpoints/checkpointFile.ts require
// - its columns in csv.ts, ValueTable.svelte and train/tutorial/EpochTable.svelte, and its texts in the catalogues
// For its chart, in RunCharts.svelte: if it has a value per batch, in training and in validation, its name in Measure, its
// range in curves.ts, its format in plot.ts and its choice in train/runs/Overlay.svelte. Otherwise it needs a chart of its
// own.

/** One point in a run. Values of whole epochs are null except where an epoch has ended. */
export interface Row {
  epoch: number; // including the fraction done
  step: number; // batches since the start
  elapsed_ms: number; // excluding pauses
  batch_loss: number;
  batch_accuracy: number;
  training_loss: number | null;
  training_accuracy: number | null;
  validation_loss: number | null;
  validation_accuracy: number | null;
}

const maxRows = 1500;

const finite = (value: number) => (Number.isFinite(value) ? value : null);

const epochEnded = (row: Row) => row.training_loss !== null;

function rowOf(progress: TimedProgress, ended: boolean): Row {
  const within = progress.steps > 0 ? Math.min(1, progress.step / progress.steps) : 0;
  return {
    epoch: ended ? progress.epoch : progress.epoch + within,
    step: progress.epoch * progress.steps + (ended ? 0 : progress.step),
    elapsed_ms: progress.elapsed_ms,
    batch_loss: progress.batch_loss,
    batch_accuracy: progress.batch_accuracy,
    training_loss: ended ? finite(progress.training_loss) : null,
    training_accuracy: ended ? finite(progress.training_accuracy) : null,
    validation_loss: ended ? finite(progress.validation_loss) : null,
    validation_accuracy: ended ? finite(progress.validation_accuracy) : null,
  };
}

/** Thins out a long run: keeps the ends of epochs and every second point in between. */
function thinned(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= maxRows) return rows;
  return rows.filter((row, at) => epochEnded(row) || at % 2 === 0);
}

/** Returns the history with one more progress report. */
export function appended(rows: readonly Row[], progress: TimedProgress): readonly Row[] {
  const ended = progress.epoch > epochsIn(rows);
  const row = rowOf(progress, ended);
  const last = rows[rows.length - 1];
  if (last && row.epoch <= last.epoch && !ended) return rows;
  // The end of an epoch replaces its batches, the last of which may be at the same position.
  const before = ended ? rows.filter(({ epoch }) => epoch < row.epoch) : rows;
  return thinned([...before, row]);
}

export function epochsIn(rows: readonly Row[]): number {
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    if (row && epochEnded(row)) return row.epoch;
  }
  return 0;
}

export type Measure = 'loss' | 'accuracy';

/** Returns the last value that isn't null, or null. */
export function lastOf(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}
