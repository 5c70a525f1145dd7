import type {
  CallContext,
  Continuation,
  Handlers,
  TrainingCommand,
  TrainingOutcome,
} from '../../protocol/calls';
import { pageFailure, throwIfError } from '../../protocol/failure';
import type { RunInfo, SavedCheckpoint, TimedProgress } from '../../protocol/runs';
import type { Data, EpochSnapshot, Progress, Training, TrainingEngine } from '../../protocol/types';
import { type Checkpoint, decodeCheckpoint } from '../checkpoints/checkpointFile';
import { CheckpointWriter } from '../checkpoints/checkpointWriter';
import { newestSaved, savedData } from '../checkpoints/savedCheckpoints';
import { withTrainingLock } from '../checkpoints/trainingLock';
import type { TrainingStore } from '../checkpoints/trainingStore';
import type { Owned } from '../owned';
import { Pace, throttle, yieldToMessages } from '../pace';

type Report = CallContext<'train'>['report'];

const mistakesInSnapshot = 12;

const isRunning = (progress: Progress) =>
  progress.state === 'training' || progress.state === 'validating';

/** The page's commands to the current run. */
class RunControls {
  stopped = false;
  paused = false;
  /** The rate requested last, which the progress shows from the next step on; null if none. */
  rateScale: number | null = null;
  private wake: (() => void) | null = null;

  constructor(private readonly training: Training) {}

  control(command: TrainingCommand): void {
    if (typeof command === 'object') {
      throwIfError(this.training.scale_rate(command.rateScale));
      this.rateScale = command.rateScale;
    } else {
      this.paused = command === 'pause';
      this.stopped ||= command === 'stop';
    }
    this.wake?.();
  }

  /** Waits during a pause until the rate changes. False once the pause ends. */
  async waitForNewRate(rateScale: number): Promise<boolean> {
    while (this.paused && (this.rateScale ?? rateScale) === rateScale) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.paused;
  }
}

/** Advances the run one slice at a time, with one engine call each. */
class SlicePuller {
  private readonly batches = new Pace();
  private readonly validation = new Pace();
  private state = 'training';

  constructor(private readonly training: Training) {}

  slice(): Progress {
    const pace = this.state === 'validating' ? this.validation : this.batches;
    const start = performance.now();
    const progress = this.training.advance(pace.pieces);
    // When the state changed, fewer steps ran than requested.
    if (progress.state === this.state) pace.record(performance.now() - start);
    this.state = progress.state;
    return progress;
  }
}

/**
 * Reports progress at most four times a second. Epochs that end sooner share a report. Each report makes the page
 * redraw its charts, on the cores that train the network.
 */
class Reports {
  private readonly due = throttle(4);
  private pendingReports: TimedProgress[] = [];
  private epoch: number;
  private snapshotEpoch: number;

  constructor(
    private readonly training: Training,
    private readonly writer: CheckpointWriter,
    private readonly report: Report,
  ) {
    this.epoch = writer.history.progress.at(-1)?.epoch ?? 0;
    this.snapshotEpoch = this.epoch;
  }

  add(progress: TimedProgress): void {
    const due = this.due();
    if (due || progress.epoch > this.epoch || !isRunning(progress))
      this.pendingReports.push(progress);
    this.epoch = progress.epoch;
    if (due) this.send();
  }

  /** Sends the pending progress now. */
  send(checkpoint: SavedCheckpoint | null = null): void {
    if (this.pendingReports.length === 0 && !checkpoint) return;
    this.report({
      progress: this.pendingReports,
      snapshot: this.snapshot(),
      checkpoint,
      from: null,
    });
    this.writer.add(this.pendingReports);
    this.pendingReports = [];
  }

  private snapshot(): EpochSnapshot | null {
    if (this.epoch === this.snapshotEpoch) return null;
    this.snapshotEpoch = this.epoch;
    return this.training.epoch_snapshot(mistakesInSnapshot);
  }
}

/** A run with its controls, checkpoints and reports. */
interface Run {
  training: Training;
  controls: RunControls;
  writer: CheckpointWriter;
  reports: Reports;
}

/** Reports first, so that checkpoint and page agree. */
async function saveCheckpoint(
  { training, writer, reports }: Run,
  progress: TimedProgress,
): Promise<void> {
  reports.send();
  reports.send(await writer.save(training, progress));
}

/** Saves on pausing, and again whenever the rate changes, because the page may close during a pause. */
async function pause(run: Run, progress: TimedProgress): Promise<void> {
  run.writer.pause();
  let rate_scale = progress.rate_scale;
  do {
    rate_scale = run.controls.rateScale ?? rate_scale;
    await saveCheckpoint(run, { ...progress, rate_scale });
  } while (await run.controls.waitForNewRate(rate_scale));
  run.writer.resume();
}

/** Trains to the end or until stopped. Returns the last progress. */
async function pull(run: Run): Promise<Progress> {
  const puller = new SlicePuller(run.training);
  for (;;) {
    const progress = { ...puller.slice(), elapsed_ms: run.writer.history.elapsed_ms };
    run.reports.add(progress);
    if (!isRunning(progress)) return progress;
    if (run.writer.due(progress)) await saveCheckpoint(run, progress);
    await yieldToMessages();
    if (run.controls.paused) await pause(run, progress);
    if (run.controls.stopped) return progress;
  }
}

async function outcomeOf(run: Run): Promise<TrainingOutcome> {
  const progress = await pull(run);
  run.reports.send();
  const { training, controls } = run;
  return {
    progress,
    stopped: controls.stopped,
    model: training.model(),
    confusion: training.confusion(),
    answers: training.validation_scores(),
  };
}

/** `ended` holds the run of the last outcome, for viewing its images and scoring other models. */
export function trainingCalls(
  engine: TrainingEngine,
  data: Owned<Data>,
  ended: Owned<Training>,
  store: TrainingStore,
): Pick<Handlers<'training'>, 'train' | 'resume_training' | 'control_training' | 'trained_images'> {
  let running: RunControls | null = null;

  /**
   * Connects the page's commands to this run until it ends. Only one run can be active, because commands don't
   * name it.
   */
  async function withControls(
    work: (training: Training, controls: RunControls) => Promise<TrainingOutcome>,
  ): Promise<TrainingOutcome> {
    if (running) throw pageFailure('alreadyTraining');
    const training = new engine.Training();
    running = new RunControls(training);
    try {
      const outcome = await work(training, running);
      ended.replace(training);
      return outcome;
    } catch (error) {
      training.delete();
      throw error;
    } finally {
      running = null;
    }
  }

  async function begin(
    training: Training,
    info: RunInfo,
    asked: RunControls,
    report: Report,
  ): Promise<TrainingOutcome> {
    if (!data.value) throw pageFailure('noData');
    throwIfError(training.start(data.value, info.settings));
    const writer = new CheckpointWriter(info, store, null, false);
    const reports = new Reports(training, writer, report);
    return withTrainingLock(info.id, () =>
      outcomeOf({ training, controls: asked, writer, reports }),
    );
  }

  /** Uses the run's saved data, or else the loaded data. The engine checks whether they are the same. */
  async function restore(
    training: Training,
    { info, state, history }: Checkpoint,
  ): Promise<boolean> {
    const shown = history.progress.at(-1);
    const saved = await savedData(engine, store, info).catch(() => null);
    const own = saved ?? data.value;
    if (!own || !shown) throw pageFailure('noData');
    const refusal = training.resume(own, info.settings, state, shown);
    saved?.delete();
    throwIfError(refusal);
    return saved !== null;
  }

  async function resume(
    training: Training,
    { id, file }: Continuation,
    asked: RunControls,
    report: Report,
  ): Promise<TrainingOutcome> {
    const stored = await newestSaved(store, id).catch(() => null);
    const given = file && (await decodeCheckpoint(file));
    const from = stored && stored.generation > (given?.generation ?? 0) ? stored : given;
    if (!from) throw pageFailure('noCheckpoint');
    const dataSaved = await restore(training, from);
    const { info, history } = from;
    report({ progress: [], snapshot: null, checkpoint: null, from: { info, history } });
    const writer = new CheckpointWriter(info, store, from, dataSaved);
    const reports = new Reports(training, writer, report);
    return outcomeOf({ training, controls: asked, writer, reports });
  }

  return {
    train: (info, { report }) =>
      withControls((training, asked) => begin(training, info, asked, report)),
    resume_training: (continuation, { report }) =>
      withControls((training, asked) =>
        withTrainingLock(continuation.id, () => resume(training, continuation, asked, report)),
      ),
    control_training: (command) => {
      running?.control(command);
      return null;
    },
    trained_images: (rows) => {
      if (!ended.value) throw pageFailure('noRun');
      return { images: ended.value.images(rows) };
    },
  };
}
