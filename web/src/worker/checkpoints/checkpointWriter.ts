import type { RunHistory, RunInfo, SavedCheckpoint, TimedProgress } from '../../protocol/runs';
import type { Training } from '../../protocol/types';
import { Stopwatch } from '../../shared/timing';
import { type Checkpoint, encodeCheckpoint } from './checkpointFile';
import type { TrainingStore } from './trainingStore';

/** Two files, written alternately, so that one is always intact. The data have a third. */
export const slots = ['slot-0', 'slot-1'] as const;
export const dataFile = 'data';

// Saves at the end of an epoch, but at most once per second. Within a long epoch, saves after this much time.
const minIntervalMs = 1000;
const maxIntervalMs = 10_000;
// At most a twentieth of the time is spent on saving.
const timesItsCost = 20;
const maxReports = 1500;

const problemOf = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';

/** Thins out a long history: keeps the ends of epochs and every second report in between. */
function thinned(progress: TimedProgress[]): TimedProgress[] {
  if (progress.length <= maxReports) return progress;
  return progress.filter(({ epoch }, at) => at % 2 === 0 || epoch > (progress[at - 1]?.epoch ?? 0));
}

/** Returns the history up to `now`, which replaces an earlier report of the same step. */
function historyUpTo(now: TimedProgress, progress: readonly TimedProgress[]): TimedProgress[] {
  const last = progress.at(-1);
  const alreadyReported =
    last?.epoch === now.epoch && last.step === now.step && last.state === now.state;
  return [...(alreadyReported ? progress.slice(0, -1) : progress), now];
}

/** Writes the checkpoints of a run. */
export class CheckpointWriter {
  private readonly watch: Stopwatch;
  private progress: TimedProgress[];
  private generation: number;
  private savedMs: number;
  private costMs = 0;
  private epoch: number;

  constructor(
    private readonly info: RunInfo,
    private readonly store: TrainingStore,
    from: Pick<Checkpoint, 'generation' | 'history'> | null,
    private dataSaved: boolean,
    now = () => performance.now(),
  ) {
    this.progress = [...(from?.history.progress ?? [])];
    this.generation = from?.generation ?? 0;
    this.epoch = this.progress.at(-1)?.epoch ?? 0;
    this.watch = new Stopwatch(now, from?.history.elapsed_ms);
    this.savedMs = this.watch.elapsedMs;
    this.watch.run();
  }

  get history(): RunHistory {
    return { progress: this.progress, elapsed_ms: this.watch.elapsedMs };
  }

  add(progress: readonly TimedProgress[]): void {
    this.progress = thinned([...this.progress, ...progress]);
  }

  pause(): void {
    this.watch.pause();
  }

  resume(): void {
    this.watch.run();
  }

  due({ epoch }: TimedProgress): boolean {
    const since = this.watch.elapsedMs - this.savedMs;
    const worth = epoch > this.epoch || this.generation === 0 ? minIntervalMs : maxIntervalMs;
    return since >= Math.max(worth, timesItsCost * this.costMs);
  }

  /** `now` is the run's latest progress. */
  async save(training: Training, now: TimedProgress): Promise<SavedCheckpoint> {
    const begun = this.watch.elapsedMs;
    this.generation += 1;
    this.epoch = now.epoch;
    const { generation, info } = this;
    const history = { progress: historyUpTo(now, this.progress), elapsed_ms: begun };
    const file = await encodeCheckpoint({
      generation,
      info,
      history,
      state: training.checkpoint(),
    });
    const problem = await this.write(file, training);
    this.savedMs = this.watch.elapsedMs;
    this.costMs = this.savedMs - begun;
    return { generation, problem, file: problem && file };
  }

  private async write(file: Uint8Array, training: Training): Promise<SavedCheckpoint['problem']> {
    const { store, info } = this;
    try {
      // A checkpoint without its data would be useless to another page.
      if (!this.dataSaved) await store.write(info.id, dataFile, training.data());
      this.dataSaved = true;
      await store.write(info.id, slots[this.generation % 2 === 0 ? 0 : 1], file);
      return null;
    } catch (error) {
      if (!this.dataSaved) await store.remove(info.id).catch(() => {});
      return problemOf(error);
    }
  }
}
