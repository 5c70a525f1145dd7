import type {
  CallContext,
  Continuation,
  Handlers,
  Steering,
  TrainingOutcome,
} from '../../protocol/calls';
import { declined, refuseUnlessEmpty } from '../../protocol/failure';
import type { Kept, RunInfo, TimedProgress } from '../../protocol/runs';
import type { Data, EpochSnapshot, Progress, Training, TrainingEngine } from '../../protocol/types';
import { type Checkpoint, unpacked } from '../checkpoints/checkpointFile';
import { CheckpointWriter } from '../checkpoints/checkpointWriter';
import { keptData, newestKept } from '../checkpoints/savedCheckpoints';
import { alone } from '../checkpoints/trainingLock';
import type { TrainingStore } from '../checkpoints/trainingStore';
import type { Owned } from '../owned';
import { Pace, throttle, yieldToMessages } from '../pace';

type Report = CallContext<'train'>['report'];

const mistakesInGlance = 12;

const goesOn = (progress: Progress) =>
  progress.state === 'training' || progress.state === 'validating';

/** What the page asks of the run that is going on. */
class Helm {
  stopped = false;
  paused = false;
  /** The last that was asked for, of which the run's progress tells at its next step; null for none yet. */
  rateScale: number | null = null;
  private wake: (() => void) | null = null;

  constructor(private readonly training: Training | null) {}

  steer(wish: Steering): void {
    if (typeof wish === 'object') {
      refuseUnlessEmpty(this.training?.scale_rate(wish.rateScale) ?? '');
      this.rateScale = wish.rateScale;
    } else {
      this.paused = wish === 'pause';
      this.stopped = wish === 'stop';
    }
    this.wake?.();
  }

  /** Waits in a pause until another rate than this is asked for; false once the pause ends. */
  async asksForAnother(rateScale: number): Promise<boolean> {
    while (this.paused && (this.rateScale ?? rateScale) === rateScale) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.paused;
  }
}

/** Pulls one slice of training after another, with one call to the engine for each. */
class Pulling {
  private readonly batches = new Pace();
  private readonly validation = new Pace();
  private state = 'training';

  constructor(private readonly training: Training) {}

  slice(): Progress {
    const pace = this.state === 'validating' ? this.validation : this.batches;
    const start = performance.now();
    const progress = this.training.advance(pace.pieces);
    // Where the state has changed, fewer were done than asked for.
    if (progress.state === this.state) pace.took(performance.now() - start);
    this.state = progress.state;
    return progress;
  }
}

/**
 * Tells how a run goes: the end of every epoch, and the batches now and then. At most four times
 * a second, for each time the page draws its charts, on the cores that the network learns on: epochs
 * that end sooner are told of together.
 */
class Reports {
  private readonly due = throttle(4);
  private untold: TimedProgress[] = [];
  private epoch: number;
  private glancedAt: number;

  constructor(
    private readonly training: Training,
    private readonly keeper: CheckpointWriter,
    private readonly report: Report,
  ) {
    this.epoch = keeper.story.told.at(-1)?.epoch ?? 0;
    this.glancedAt = this.epoch;
  }

  add(progress: TimedProgress): void {
    const due = this.due();
    if (due || progress.epoch > this.epoch || !goesOn(progress)) this.untold.push(progress);
    this.epoch = progress.epoch;
    if (due) this.tell();
  }

  /** What nothing may come after soon. */
  tell(kept: Kept | null = null): void {
    if (this.untold.length === 0 && !kept) return;
    this.report({ progress: this.untold, glance: this.glance(), kept, from: null });
    this.keeper.add(this.untold);
    this.untold = [];
  }

  private glance(): EpochSnapshot | null {
    if (this.epoch === this.glancedAt) return null;
    this.glancedAt = this.epoch;
    return this.training.epoch_snapshot(mistakesInGlance);
  }
}

/** A run with all that goes along with it. */
interface Run {
  training: Training;
  helm: Helm;
  keeper: CheckpointWriter;
  reports: Reports;
}

/** Tells first: what is kept and what is shown are the same. */
async function keep({ training, keeper, reports }: Run, progress: TimedProgress): Promise<void> {
  reports.tell();
  reports.tell(await keeper.keep(training, progress));
}

/** A pause may be the last that is seen of the page: a rate that is asked for in it is kept, too. */
async function pause(run: Run, progress: TimedProgress): Promise<void> {
  run.keeper.pause();
  let rate_scale = progress.rate_scale;
  do {
    rate_scale = run.helm.rateScale ?? rate_scale;
    await keep(run, { ...progress, rate_scale });
  } while (await run.helm.asksForAnother(rate_scale));
  run.keeper.resume();
}

/** Trains until the end or a stop, and answers with the last progress. */
async function pull(run: Run): Promise<Progress> {
  const pulling = new Pulling(run.training);
  for (;;) {
    const progress = { ...pulling.slice(), elapsed_ms: run.keeper.story.elapsed_ms };
    run.reports.add(progress);
    if (!goesOn(progress)) return progress;
    if (run.keeper.due(progress)) await keep(run, progress);
    await yieldToMessages();
    if (run.helm.paused) await pause(run, progress);
    if (run.helm.stopped) return progress;
  }
}

async function outcomeOf(run: Run): Promise<TrainingOutcome> {
  const progress = await pull(run);
  run.reports.tell();
  const { training, helm } = run;
  return {
    progress,
    stopped: helm.stopped,
    model: training.model(),
    confusion: training.confusion(),
    answers: training.validation_scores(),
  };
}

/** `ended` keeps the run of the last outcome: its images are looked at, other models read them. */
export function trainingCalls(
  engine: TrainingEngine,
  data: Owned<Data>,
  ended: Owned<Training>,
  store: TrainingStore,
): Pick<Handlers<'training'>, 'train' | 'go_on' | 'steer_training' | 'trained_images'> {
  let helm = new Helm(null);

  /** What is asked of the run from now on is asked of this one. */
  async function steered(
    work: (training: Training, helm: Helm) => Promise<TrainingOutcome>,
  ): Promise<TrainingOutcome> {
    const training = new engine.Training();
    const mine = new Helm(training);
    helm = mine;
    try {
      const outcome = await work(training, mine);
      ended.replace(training);
      return outcome;
    } catch (error) {
      training.delete();
      throw error;
    } finally {
      if (helm === mine) helm = new Helm(null);
    }
  }

  async function begin(
    training: Training,
    about: RunInfo,
    asked: Helm,
    report: Report,
  ): Promise<TrainingOutcome> {
    if (!data.value) throw declined('noData');
    refuseUnlessEmpty(training.start(data.value, about.settings));
    const keeper = new CheckpointWriter(about, store, null, false);
    const reports = new Reports(training, keeper, report);
    return alone(about.id, () => outcomeOf({ training, helm: asked, keeper, reports }));
  }

  /** Its own data if they were kept, otherwise those that are there: the engine knows whether they are the same. */
  async function restore(
    training: Training,
    { about, state, story }: Checkpoint,
  ): Promise<boolean> {
    const shown = story.told.at(-1);
    const kept = await keptData(engine, store, about).catch(() => null);
    const own = kept ?? data.value;
    if (!own || !shown) throw declined('noData');
    const refusal = training.resume(own, about.settings, state, shown);
    kept?.delete();
    refuseUnlessEmpty(refusal);
    return kept !== null;
  }

  async function goOn(
    training: Training,
    { id, file }: Continuation,
    asked: Helm,
    report: Report,
  ): Promise<TrainingOutcome> {
    const stored = await newestKept(store, id).catch(() => null);
    const given = file && (await unpacked(file));
    const from = stored && stored.generation > (given?.generation ?? 0) ? stored : given;
    if (!from) throw declined('nothingKept');
    const dataKept = await restore(training, from);
    const { about, story } = from;
    report({ progress: [], glance: null, kept: null, from: { about, story } });
    const keeper = new CheckpointWriter(about, store, from, dataKept);
    const reports = new Reports(training, keeper, report);
    return outcomeOf({ training, helm: asked, keeper, reports });
  }

  return {
    train: (about, { report }) =>
      steered((training, asked) => begin(training, about, asked, report)),
    go_on: (continuation, { report }) =>
      steered((training, asked) =>
        alone(continuation.id, () => goOn(training, continuation, asked, report)),
      ),
    steer_training: (wish) => {
      helm.steer(wish);
      return null;
    },
    trained_images: (rows) => {
      if (!ended.value) throw declined('noRun');
      return { images: ended.value.images(rows) };
    },
  };
}
