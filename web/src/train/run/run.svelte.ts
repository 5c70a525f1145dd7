import { appended, type Row } from '../../charts/history';
import type { EngineClient } from '../../engine/client';
import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { modelBytes } from '../../model/modelFile';
import type {
  Continuation,
  Interrupted,
  Steering,
  TrainingOutcome,
  TrainingReport,
} from '../../protocol/calls';
import { EngineFailure } from '../../protocol/failure';
import type { Kept, RunHistory, RunInfo, TimedProgress } from '../../protocol/runs';
import type { EpochSnapshot, Progress } from '../../protocol/types';
import type { Result } from '../../results/validation';
import { Speedometer, Stopwatch } from '../../shared/timing';
import type { Dataset } from '../data/dataset.svelte';
import type { Network } from '../network/network.svelte';
import type { EndedRun } from '../runs/savedRun';
import { newId } from '../runs/savedRun';
import { Crashes } from './crashes';
import { InterruptedTrainings } from './interrupted.svelte';

export type RunState = 'idle' | 'running' | 'paused' | 'finished' | 'failed';

/** How far the rate goes from the schedule's while it runs. */
export const leastScale = 1 / 64;
export const mostScale = 64;

/** One training run: its course while it goes on, and what came of the last that came to an end. */
export class Run {
  state = $state<RunState>('idle');
  progress = $state.raw<Progress | null>(null);
  history = $state.raw<readonly Row[]>([]);
  /** At what the latest epoch left to learn; null before the first. */
  glance = $state.raw<EpochSnapshot | null>(null);
  /** Stays until another run has one. */
  result = $state.raw<Result | null>(null);
  /** Counts the runs that began, for what should happen once in each. */
  runs = $state(0);
  imagesPerSecond = $state(0);
  elapsedMs = $state(0);
  /** The rate is so many times the schedule's. */
  rateScale = $state(1);
  /** What became of the newest checkpoint. */
  kept = $state.raw<Kept | null>(null);
  /** How often this run went on by itself after its worker broke. */
  restarts = $state(0);
  readonly interrupted: InterruptedTrainings;
  /** Called with what came of a run; whether that outlives the page. */
  ended: (run: EndedRun) => Promise<boolean> = async () => true;
  private about!: RunInfo; // of the run that is shown
  private watch = new Stopwatch();
  private speedometer = new Speedometer();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly data: Dataset,
    private readonly network: Network,
    private readonly problems: Problems,
  ) {
    this.interrupted = new InterruptedTrainings(engine);
  }

  get going(): boolean {
    return this.state === 'running' || this.state === 'paused';
  }

  get startable(): boolean {
    return !this.going && !this.data.opening && this.data.trainable && this.network.ready;
  }

  /** What came of the run that is shown; null while it goes on, or if it came to nothing. */
  get outcome(): TrainingOutcome | null {
    const outcome = this.result?.outcome;
    return outcome && outcome.progress === this.progress ? outcome : null;
  }

  async start(): Promise<void> {
    if (!this.startable) return;
    const settings = $state.snapshot(this.network.settings);
    await this.attend(
      { id: newId(), begun: Date.now(), data: this.data.described, settings },
      null,
    );
  }

  /** Goes on with a training that was interrupted, on the data that were kept with it. */
  async goOn({ about }: Interrupted): Promise<void> {
    if (this.going || this.data.opening) return;
    try {
      await this.data.reopen(about);
    } catch (failure) {
      this.problems.raise('run', failure, messages.keeping.dataGone, messages.keeping.dataAdvice);
      return;
    }
    this.interrupted.leave(about.id);
    await this.attend(about, { id: about.id, file: null });
  }

  /** Goes on with a training that was saved as a file, on the data that are loaded. */
  async goOnFrom(saved: File): Promise<void> {
    if (this.going) return;
    const id = newId();
    const settings = $state.snapshot(this.network.settings);
    const about = { id, begun: Date.now(), data: this.data.described, settings };
    try {
      await this.attend(about, { id, file: await modelBytes(saved) });
    } catch (failure) {
      this.problems.raise('run', failure, messages.run.keptModel, '');
    }
  }

  pauseOrResume(): void {
    if (this.state === 'running') {
      this.watch.pause();
      this.state = 'paused';
      this.steer('pause');
    } else if (this.state === 'paused') {
      this.watch.run();
      this.state = 'running';
      this.steer('resume');
    }
  }

  stop(): void {
    if (this.going) this.steer('stop');
  }

  /** From the next step on; within what the engine takes. */
  scaleRate(scale: number): void {
    if (!this.going || scale < leastScale || scale > mostScale) return;
    this.rateScale = scale;
    this.steer({ rateScale: scale });
  }

  private steer(wish: Steering): void {
    // If the worker is gone, the run itself hears of it.
    this.engine.call('steer_training', wish).catch(() => {});
  }

  /** Until the end, over breaks of the worker. */
  private async attend(about: RunInfo, from: Continuation | null): Promise<void> {
    this.begin(about);
    const crashes = new Crashes();
    let next = from;
    for (;;) {
      try {
        this.end(await this.ask(next));
        return;
      } catch (failure) {
        const broken = failure instanceof EngineFailure && failure.kind === 'broken';
        if (!broken || !crashes.mayGoOn(this.kept?.generation ?? 0)) return this.fail(failure);
        this.restarts = crashes.count;
        await this.data.restored;
        next = this.kept ? { id: this.about.id, file: this.kept.file } : from;
      }
    }
  }

  private ask(from: Continuation | null): Promise<TrainingOutcome> {
    const report = (said: TrainingReport) => this.hear(said);
    if (!from) this.retell({ told: [], elapsed_ms: 0 });
    const outcome = from
      ? this.engine.call('go_on', from, { report })
      : this.engine.call('train', this.about, { report });
    if (this.state === 'paused') this.steer('pause');
    return outcome;
  }

  private begin(about: RunInfo): void {
    this.problems.clear();
    this.about = about;
    this.kept = null;
    this.restarts = 0;
    this.retell({ told: [], elapsed_ms: 0 });
    this.state = 'running';
    this.runs += 1;
  }

  /** Shows what had come of a training where it goes on from. */
  private retell({ told, elapsed_ms }: RunHistory): void {
    this.progress = null;
    this.history = [];
    this.glance = null;
    this.imagesPerSecond = 0;
    this.elapsedMs = elapsed_ms;
    this.rateScale = told.at(-1)?.rate_scale ?? 1;
    this.watch = new Stopwatch(undefined, elapsed_ms);
    this.speedometer = new Speedometer();
    this.follow(told, null);
    if (this.state !== 'paused') this.watch.run();
  }

  private hear({ progress, glance, kept, from }: TrainingReport): void {
    if (from) {
      this.about = from.about;
      this.network.take(from.about.settings);
      this.retell(from.story);
    }
    this.follow(progress, glance);
    if (kept) this.kept = kept;
  }

  /** Once for all that is told at a time: each change of the history draws the charts. */
  private follow(told: readonly TimedProgress[], glance: EpochSnapshot | null): void {
    const latest = told.at(-1);
    if (!latest) return;
    this.progress = latest;
    this.glance = glance ?? this.glance;
    this.history = told.reduce(appended, this.history);
    this.elapsedMs = this.watch.elapsedMs;
    this.imagesPerSecond = this.speedometer.add(this.elapsedMs, latest.images_seen);
  }

  private end(outcome: TrainingOutcome): void {
    this.watch.pause();
    this.elapsedMs = this.watch.elapsedMs;
    this.progress = outcome.progress;
    this.result = { outcome, settings: this.about.settings };
    this.kept = null;
    if (outcome.progress.state !== 'failed') {
      this.state = 'finished';
      void this.settle(outcome);
      return;
    }
    void this.interrupted.forget(this.about.id);
    this.state = 'failed';
    const failure = new EngineFailure('refused', outcome.progress.message);
    this.problems.raise('run', failure, messages.run.keptBest, messages.run.advice);
  }

  /** Its checkpoints are there until what came of it is kept. */
  private async settle(outcome: TrainingOutcome): Promise<void> {
    const { about, history: rows, elapsedMs: elapsed_ms } = this;
    const network = this.network.titleOf(about.settings);
    const kept = await this.ended({ about, network, outcome, rows, elapsed_ms });
    if (kept) await this.interrupted.forget(about.id);
  }

  private async fail(failure: unknown): Promise<void> {
    this.watch.pause();
    this.state = 'failed';
    const broken = failure instanceof EngineFailure && failure.kind === 'broken';
    if (broken) await this.data.restored;
    await this.interrupted.look();
    const advice = broken ? messages.run.adviceBroken : '';
    const kept = this.restarts > 0 ? messages.keeping.brokeAgain : messages.run.keptModel;
    this.problems.raise('run', failure, kept, advice);
  }
}
