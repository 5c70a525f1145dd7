import { appended, type Row } from '../charts/history';
import type { Steering, TrainingOutcome, TrainingReport } from '../engine/calls';
import type { EngineClient } from '../engine/client';
import { EngineFailure } from '../engine/failure';
import type { Glance, Progress, TrainingSettings } from '../engine/types';
import { messages } from '../messages';
import type { Problems } from '../ui/problems.svelte';
import type { Dataset } from './dataset.svelte';
import type { Network } from './network.svelte';
import { Speedometer, Stopwatch } from './timing';

export type RunState = 'idle' | 'running' | 'paused' | 'finished' | 'failed';

/** How far the rate goes from the schedule's while it runs. */
export const leastScale = 1 / 64;
export const mostScale = 64;

/** What came of a run, and the settings that it trained with. */
export interface Result {
  outcome: TrainingOutcome;
  settings: TrainingSettings;
}

/** One training run: its course while it goes on, and what came of the last that came to an end. */
export class Run {
  state = $state<RunState>('idle');
  progress = $state.raw<Progress | null>(null);
  history = $state.raw<readonly Row[]>([]);
  /** At what the latest epoch left to learn; null before the first. */
  glance = $state.raw<Glance | null>(null);
  /** Stays until another run has one. */
  result = $state.raw<Result | null>(null);
  /** Counts the runs that began, for what should happen once in each. */
  runs = $state(0);
  imagesPerSecond = $state(0);
  elapsedMs = $state(0);
  /** The rate is so many times the schedule's. */
  rateScale = $state(1);
  private watch = new Stopwatch();
  private speedometer = new Speedometer();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly data: Dataset,
    private readonly network: Network,
    private readonly problems: Problems,
  ) {}

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
    this.begin();
    try {
      const settings = $state.snapshot(this.network.settings);
      const outcome = await this.engine.call('train', settings, {
        report: (report) => this.follow(report),
      });
      this.end({ outcome, settings });
    } catch (failure) {
      await this.fail(failure);
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

  private begin(): void {
    this.problems.clear();
    this.progress = null;
    this.history = [];
    this.glance = null;
    this.imagesPerSecond = 0;
    this.elapsedMs = 0;
    this.rateScale = 1;
    this.watch = new Stopwatch();
    this.speedometer = new Speedometer();
    this.watch.run();
    this.state = 'running';
    this.runs += 1;
  }

  /** Once for all that is told at a time: each change of the history draws the charts. */
  private follow({ progress: told, glance }: TrainingReport): void {
    const latest = told.at(-1);
    if (!latest) return;
    this.progress = latest;
    this.glance = glance ?? this.glance;
    this.history = told.reduce(appended, this.history);
    this.elapsedMs = this.watch.elapsedMs;
    this.imagesPerSecond = this.speedometer.add(this.elapsedMs, latest.images_seen);
  }

  private end(result: Result): void {
    const { outcome } = result;
    this.watch.pause();
    this.elapsedMs = this.watch.elapsedMs;
    this.progress = outcome.progress;
    this.result = result;
    if (outcome.progress.state !== 'failed') {
      this.state = 'finished';
      return;
    }
    this.state = 'failed';
    const failure = new EngineFailure('refused', outcome.progress.message);
    this.problems.raise('run', failure, messages.run.keptBest, messages.run.advice);
  }

  private async fail(failure: unknown): Promise<void> {
    this.watch.pause();
    this.state = 'failed';
    const broken = failure instanceof EngineFailure && failure.kind === 'broken';
    if (broken) await this.data.restored;
    const advice = broken ? messages.run.adviceBroken : '';
    this.problems.raise('run', failure, messages.run.keptModel, advice);
  }
}
