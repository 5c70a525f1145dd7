import { appended, type Row } from '../../charts/measures';
import type { EngineClient } from '../../engine/client';
import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { wholeFile } from '../../model/modelFile';
import type {
  Continuation,
  Interrupted,
  TrainingCommand,
  TrainingOutcome,
  TrainingReport,
} from '../../protocol/calls';
import { EngineFailure, pageFailure } from '../../protocol/failure';
import {
  type RunHistory,
  type RunInfo,
  type SavedCheckpoint,
  sameData,
  type TimedProgress,
} from '../../protocol/runs';
import type { EpochSnapshot, Progress } from '../../protocol/types';
import type { Result } from '../../results/validation';
import { checkpointProblem } from '../../shared/checkpointMagic';
import type { ClassNames } from '../../shared/classes';
import { Speedometer, Stopwatch } from '../../shared/timing';
import { askToPersist } from '../../storage/persist';
import type { Dataset } from '../data/dataset.svelte';
import type { Network } from '../network/network.svelte';
import type { EndedRun } from '../runs/savedRun';
import { newId } from '../runs/savedRun';
import { Crashes } from './crashes';
import { InterruptedTrainings } from './interrupted.svelte';
import { isActive, isControllable, type RunEvent, type RunState, transition } from './runState';

const isBroken = (failure: unknown) =>
  failure instanceof EngineFailure && failure.kind === 'broken';

/** Limits of the rate's factor during a run. */
export const minRateScale = 1 / 64;
export const maxRateScale = 64;

/** The current training run, and the result of the last one that ended. */
export class Run {
  state = $state<RunState>('idle');
  progress = $state.raw<Progress | null>(null);
  history = $state.raw<readonly Row[]>([]);
  /** The most instructive images after the latest epoch; null before the first. */
  snapshot = $state.raw<EpochSnapshot | null>(null);
  /** Stays until another run has a result. */
  result = $state.raw<Result | null>(null);
  /** The number of runs started, for things that happen once per run. */
  runs = $state(0);
  imagesPerSecond = $state(0);
  elapsedMs = $state(0);
  /** The factor on the scheduled learning rate. */
  rateScale = $state(1);
  /** The newest checkpoint, and whether it could be stored. */
  checkpoint = $state.raw<SavedCheckpoint | null>(null);
  /** How often this run restarted after a crash of its worker. */
  restarts = $state(0);
  readonly interrupted: InterruptedTrainings;
  /** Called with a finished run; resolves to whether it was stored. */
  ended: (run: EndedRun) => Promise<boolean> = async () => true;
  private info = $state.raw<RunInfo>() as RunInfo; // of the run shown
  private watch = new Stopwatch();
  private speedometer = new Speedometer();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly data: Dataset,
    private readonly network: Network,
    private readonly problems: Problems,
  ) {
    this.interrupted = new InterruptedTrainings(engine);
    data.locked = () => this.active;
  }

  get active(): boolean {
    return isActive(this.state);
  }

  /** The classes of the run. */
  get classes(): ClassNames {
    return this.info.data.classes;
  }

  get controllable(): boolean {
    return isControllable(this.state);
  }

  get canStart(): boolean {
    return this.canResume && this.data.trainable && this.network.ready;
  }

  /** Whether a run with its own data and settings may start. */
  get canResume(): boolean {
    return !this.active && !this.data.busy;
  }

  /** The outcome of the run shown; null while it is running or if it failed. */
  get outcome(): TrainingOutcome | null {
    const outcome = this.result?.outcome;
    return outcome && outcome.progress === this.progress ? outcome : null;
  }

  /** Whether the result is of other data than those loaded now. */
  get dataChanged(): boolean {
    const before = this.result?.run.data;
    const { overview, described } = this.data;
    return overview !== null && before !== undefined && !sameData(before, described);
  }

  async start(): Promise<void> {
    if (!this.canStart) return;
    this.begin(this.newInfo());
    await this.train(null);
  }

  /** Resumes an interrupted run with the data saved with it. */
  async resume({ info }: Interrupted): Promise<void> {
    if (!this.canResume) return;
    const run = this.begin(info);
    try {
      await this.data.reopen(info);
    } catch (failure) {
      const { dataGone, dataAdvice } = messages.checkpoints;
      return this.fail(run, failure, dataGone, dataAdvice);
    }
    this.interrupted.remove(info.id);
    await this.train({ id: info.id, file: null });
  }

  /** Resumes a run from a checkpoint file, with the loaded data. */
  async resumeFrom(saved: File): Promise<void> {
    if (!this.canResume) return;
    const problem = await checkpointProblem(saved);
    if (problem) return this.problems.raise('run', problem, messages.run.unchanged, '');
    if (!this.canResume) return;
    const info = this.newInfo();
    const run = this.begin(info);
    let file: Uint8Array;
    try {
      file = await wholeFile(saved);
    } catch (failure) {
      return this.fail(run, failure);
    }
    await this.train({ id: info.id, file });
  }

  pauseOrResume(): void {
    if (this.move('pause')) {
      this.watch.pause();
      this.control('pause');
    } else if (this.move('resume')) {
      this.watch.run();
      this.control('resume');
    }
  }

  stop(): void {
    if (this.move('stop')) this.control('stop');
  }

  /** Scales the rate from the next step on, within the engine's limits. */
  scaleRate(scale: number): void {
    if (!this.controllable || scale < minRateScale || scale > maxRateScale) return;
    this.rateScale = scale;
    this.control({ rateScale: scale });
  }

  /** The only place that changes the state. Returns whether the event applies. */
  private move(event: RunEvent): boolean {
    const next = transition(this.state, event);
    if (next) this.state = next;
    return next !== null;
  }

  /** Describes a run with the current data and settings. */
  private newInfo(): RunInfo {
    const settings = $state.snapshot(this.network.settings);
    return { id: newId(), begun: Date.now(), data: this.data.described, settings };
  }

  private control(command: TrainingCommand): void {
    // If the worker is gone, train() notices.
    this.engine.call('control_training', command).catch(() => {});
  }

  /** Trains to the end, across crashes of the worker. */
  private async train(from: Continuation | null): Promise<void> {
    this.move('begin');
    const run = this.runs;
    const crashes = new Crashes();
    let next = from;
    for (;;) {
      try {
        this.finish(await this.ask(next));
        return;
      } catch (failure) {
        if (!isBroken(failure) || !crashes.mayRestart(this.checkpoint?.generation ?? 0))
          return this.fail(run, failure);
        this.restarts = crashes.count;
        await this.data.restored;
        next = this.checkpoint ? { id: this.info.id, file: this.checkpoint.file } : from;
      }
    }
  }

  private ask(from: Continuation | null): Promise<TrainingOutcome> {
    const report = (report: TrainingReport) => this.receive(report);
    if (!from) this.showHistory({ progress: [], elapsed_ms: 0 });
    const outcome = from
      ? this.engine.call('resume_training', from, { report })
      : this.engine.call('train', this.info, { report });
    // A replacement worker doesn't know the current state.
    if (this.state === 'paused') this.control('pause');
    if (this.state === 'stopping') this.control('stop');
    return outcome;
  }

  /** Returns the run's number, which identifies late replies. */
  private begin(info: RunInfo): number {
    this.move('start');
    this.problems.clear();
    this.info = info;
    this.checkpoint = null;
    this.restarts = 0;
    this.showHistory({ progress: [], elapsed_ms: 0 });
    this.runs += 1;
    return this.runs;
  }

  /** Shows a run's history up to the point where it resumes. */
  private showHistory({ progress, elapsed_ms }: RunHistory): void {
    this.progress = null;
    this.history = [];
    this.snapshot = null;
    this.imagesPerSecond = 0;
    this.elapsedMs = elapsed_ms;
    this.rateScale = progress.at(-1)?.rate_scale ?? 1;
    this.watch = new Stopwatch(undefined, elapsed_ms);
    this.speedometer = new Speedometer();
    this.appendProgress(progress, null);
    if (this.state !== 'paused') this.watch.run();
  }

  private receive({ progress, snapshot, checkpoint, from }: TrainingReport): void {
    if (from) {
      this.info = from.info;
      this.network.take(from.info.settings);
      this.showHistory(from.history);
    }
    this.appendProgress(progress, snapshot);
    if (checkpoint) this.checkpoint = checkpoint;
    if (checkpoint?.problem === null) void askToPersist();
  }

  /** Updates once per report, because each change of the history redraws the charts. */
  private appendProgress(progress: readonly TimedProgress[], snapshot: EpochSnapshot | null): void {
    const latest = progress.at(-1);
    if (!latest) return;
    this.progress = latest;
    this.snapshot = snapshot ?? this.snapshot;
    this.history = progress.reduce(appended, this.history);
    this.elapsedMs = this.watch.elapsedMs;
    this.imagesPerSecond = this.speedometer.add(this.elapsedMs, latest.images_seen);
  }

  private finish(outcome: TrainingOutcome): void {
    this.watch.pause();
    this.elapsedMs = this.watch.elapsedMs;
    this.progress = outcome.progress;
    this.result = { outcome, run: this.info };
    this.checkpoint = null;
    if (outcome.progress.state !== 'failed') {
      this.move('finish');
      void this.saveResult(outcome);
      return;
    }
    void this.interrupted.forget(this.info.id);
    this.move('fail');
    const failure = pageFailure('diverged', { epoch: outcome.progress.epoch + 1 });
    this.problems.raise('run', failure, messages.run.bestWeightsSaved, messages.run.advice);
  }

  /** Deletes the checkpoints once the result is saved. */
  private async saveResult(outcome: TrainingOutcome): Promise<void> {
    const { info, history: rows, elapsedMs: elapsed_ms } = this;
    const network = this.network.titleOf(info.settings);
    const saved = await this.ended({ info, network, outcome, rows, elapsed_ms });
    if (saved) await this.interrupted.forget(info.id);
  }

  /** Doesn't show the failure if another run has begun meanwhile. */
  private async fail(
    run: number,
    failure: unknown,
    unchanged = this.restarts > 0 ? messages.checkpoints.brokeAgain : messages.run.modelUnchanged,
    advice = isBroken(failure) ? messages.run.adviceBroken : '',
  ): Promise<void> {
    this.watch.pause();
    this.move('fail');
    if (isBroken(failure)) await this.data.restored;
    await this.interrupted.refresh();
    if (run === this.runs) this.problems.raise('run', failure, unchanged, advice);
  }
}
