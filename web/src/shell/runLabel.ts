import type { RunLabel } from '../model/modelLabel';
import type { SavedRun } from '../train/runs/savedRun';

/** Labels a model by the run it came from, using the name that the person gave the run, if any. */
export function runLabelOf(runs: readonly SavedRun[], model: Uint8Array): RunLabel | null {
  const run = runs.find((one) => one.model === model);
  if (!run) return null;
  if (run.name !== run.network) return { title: run.name, run: null };
  const madeUp = run.settings.architecture !== '';
  return { title: madeUp ? '' : run.network, run: run.number ?? null };
}
