import type { Kept, RunHistory, RunInfo, TimedProgress } from '../../protocol/runs';
import type { Training } from '../../protocol/types';
import { Stopwatch } from '../../shared/timing';
import { type Checkpoint, packed } from './checkpointFile';
import type { TrainingStore } from './trainingStore';

/** The two files that are written in turn, so that one is always whole, and the one of the data. */
export const slots = ['slot-0', 'slot-1'] as const;
export const dataFile = 'data';

// An epoch's end is worth a checkpoint, but not many in a second; within a long one no more is lost than this.
const leastMs = 1000;
const mostMs = 10_000;
// Of the time that passes at most a twentieth goes into keeping.
const timesItsCost = 20;
const mostTold = 1500;

const problemOf = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';

/** A long story keeps the ends of its epochs and every second report between. */
function thinned(told: TimedProgress[]): TimedProgress[] {
  if (told.length <= mostTold) return told;
  return told.filter(({ epoch }, at) => at % 2 === 0 || epoch > (told[at - 1]?.epoch ?? 0));
}

/** The course up to `now`, which takes the place of what was told there before. */
function upTo(now: TimedProgress, told: readonly TimedProgress[]): TimedProgress[] {
  const last = told.at(-1);
  const toldThere = last?.epoch === now.epoch && last.step === now.step && last.state === now.state;
  return [...(toldThere ? told.slice(0, -1) : told), now];
}

/** Writes a training's checkpoints while it goes on. */
export class CheckpointWriter {
  private readonly watch: Stopwatch;
  private told: TimedProgress[];
  private generation: number;
  private keptMs: number;
  private costMs = 0;
  private epoch: number;

  constructor(
    private readonly about: RunInfo,
    private readonly store: TrainingStore,
    from: Pick<Checkpoint, 'generation' | 'story'> | null,
    private dataKept: boolean,
    now = () => performance.now(),
  ) {
    this.told = [...(from?.story.told ?? [])];
    this.generation = from?.generation ?? 0;
    this.epoch = this.told.at(-1)?.epoch ?? 0;
    this.watch = new Stopwatch(now, from?.story.elapsed_ms);
    this.keptMs = this.watch.elapsedMs;
    this.watch.run();
  }

  get story(): RunHistory {
    return { told: this.told, elapsed_ms: this.watch.elapsedMs };
  }

  add(told: readonly TimedProgress[]): void {
    this.told = thinned([...this.told, ...told]);
  }

  pause(): void {
    this.watch.pause();
  }

  resume(): void {
    this.watch.run();
  }

  due({ epoch }: TimedProgress): boolean {
    const since = this.watch.elapsedMs - this.keptMs;
    const worth = epoch > this.epoch || this.generation === 0 ? leastMs : mostMs;
    return since >= Math.max(worth, timesItsCost * this.costMs);
  }

  /** `now` is the training's last progress. */
  async keep(training: Training, now: TimedProgress): Promise<Kept> {
    const begun = this.watch.elapsedMs;
    this.generation += 1;
    this.epoch = now.epoch;
    const { generation, about } = this;
    const story = { told: upTo(now, this.told), elapsed_ms: begun };
    const file = await packed({ generation, about, story, state: training.checkpoint() });
    const problem = await this.write(file, training);
    this.keptMs = this.watch.elapsedMs;
    this.costMs = this.keptMs - begun;
    return { generation, problem, file: problem && file };
  }

  private async write(file: Uint8Array, training: Training): Promise<Kept['problem']> {
    const { store, about } = this;
    try {
      // A checkpoint without its data is of no use to another page.
      if (!this.dataKept) await store.write(about.id, dataFile, training.data());
      this.dataKept = true;
      await store.write(about.id, slots[this.generation % 2 === 0 ? 0 : 1], file);
      return null;
    } catch (error) {
      if (!this.dataKept) await store.remove(about.id).catch(() => {});
      return problemOf(error);
    }
  }
}
