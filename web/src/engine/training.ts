import type { CallContext, Handlers, Steering, TimedProgress, TrainingOutcome } from './calls';
import { declined, refuseUnlessEmpty } from './failure';
import type { Owned } from './owned';
import { Pace, throttle, yieldToMessages } from './pace';
import type { Data, Glance, Progress, Training, TrainingEngine, TrainingSettings } from './types';

const mistakesInGlance = 12;

const goesOn = (progress: Progress) =>
  progress.state === 'training' || progress.state === 'validating';

/** What the page asks of the run that is going on. */
class Helm {
  stopped = false;
  private wake: (() => void) | null = null;
  private resumed: Promise<void> | null = null;

  constructor(private readonly training: Training | null) {}

  steer(wish: Steering): void {
    if (typeof wish === 'object') {
      refuseUnlessEmpty(this.training?.scale_rate(wish.rateScale) ?? '');
      return;
    }
    if (wish === 'pause') {
      this.resumed ??= new Promise((resolve) => {
        this.wake = resolve;
      });
      return;
    }
    this.stopped = wish === 'stop';
    this.wake?.();
    this.resumed = null;
  }

  get paused(): boolean {
    return this.resumed !== null;
  }

  async whilePaused(): Promise<void> {
    await this.resumed;
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
  private epoch = 0;
  private glancedAt = 0;

  constructor(
    private readonly training: Training,
    private readonly report: CallContext<'train'>['report'],
  ) {}

  add(progress: TimedProgress): void {
    const due = this.due();
    if (due || progress.epoch > this.epoch || !goesOn(progress)) this.untold.push(progress);
    this.epoch = progress.epoch;
    if (due) this.tell();
  }

  /** What nothing may come after soon. */
  tell(): void {
    if (this.untold.length > 0) this.report({ progress: this.untold, glance: this.glance() });
    this.untold = [];
  }

  private glance(): Glance | null {
    if (this.epoch === this.glancedAt) return null;
    this.glancedAt = this.epoch;
    return this.training.glance(mistakesInGlance);
  }
}

/** Trains until the end or a stop, and answers with the last progress. */
async function pull(training: Training, helm: Helm, reports: Reports): Promise<Progress> {
  const pulling = new Pulling(training);
  let started = performance.now(); // later by every pause
  for (;;) {
    const progress = pulling.slice();
    reports.add({ ...progress, elapsed_ms: performance.now() - started });
    if (!goesOn(progress)) return progress;
    await yieldToMessages();
    if (helm.paused) {
      reports.tell();
      const paused = performance.now();
      await helm.whilePaused();
      started += performance.now() - paused;
    }
    if (helm.stopped) return progress;
  }
}

/** `ended` keeps the run of the last outcome: its images are looked at, other models read them. */
export function trainingCalls(
  engine: TrainingEngine,
  data: Owned<Data>,
  ended: Owned<Training>,
): Pick<Handlers<'training'>, 'train' | 'steer_training' | 'trained_images'> {
  let helm = new Helm(null);

  async function run(
    training: Training,
    settings: TrainingSettings,
    report: CallContext<'train'>['report'],
  ): Promise<TrainingOutcome> {
    if (!data.value) throw declined('noData');
    refuseUnlessEmpty(training.start(data.value, settings));
    helm = new Helm(training);
    const reports = new Reports(training, report);
    const progress = await pull(training, helm, reports);
    reports.tell();
    return {
      progress,
      stopped: helm.stopped,
      model: training.model(),
      confusion: training.confusion(),
      answers: training.answers(),
    };
  }

  return {
    train: async (settings, { report }) => {
      const training = new engine.Training();
      try {
        const outcome = await run(training, settings, report);
        ended.replace(training);
        return outcome;
      } catch (error) {
        training.delete();
        throw error;
      } finally {
        helm = new Helm(null);
      }
    },
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
