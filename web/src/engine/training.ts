import type { CallContext, Handlers, TrainingOutcome } from './calls';
import { declined, refuseUnlessEmpty } from './failure';
import { type Owned, withHandle } from './owned';
import { Pace, throttle, yieldToMessages } from './pace';
import type { Data, Progress, Training, TrainingEngine, TrainingSettings } from './types';

const goesOn = (progress: Progress) =>
  progress.state === 'training' || progress.state === 'validating';

/** What the page's buttons ask of the run that is going on. */
class Steering {
  stopped = false;
  private wake: (() => void) | null = null;
  private resumed: Promise<void> | null = null;

  steer(wish: 'pause' | 'resume' | 'stop'): void {
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
  private untold: Progress[] = [];
  private epoch = 0;

  constructor(private readonly report: CallContext<'train'>['report']) {}

  add(progress: Progress): void {
    const due = this.due();
    if (due || progress.epoch > this.epoch || !goesOn(progress)) this.untold.push(progress);
    this.epoch = progress.epoch;
    if (due) this.tell();
  }

  /** What nothing may come after soon. */
  tell(): void {
    if (this.untold.length > 0) this.report(this.untold);
    this.untold = [];
  }
}

/** Trains until the end or a stop, and answers with the last progress. */
async function pull(training: Training, steering: Steering, reports: Reports): Promise<Progress> {
  const pulling = new Pulling(training);
  for (;;) {
    const progress = pulling.slice();
    reports.add(progress);
    if (!goesOn(progress)) return progress;
    await yieldToMessages();
    if (steering.paused) reports.tell();
    await steering.whilePaused();
    if (steering.stopped) return progress;
  }
}

export function trainingCalls(
  engine: TrainingEngine,
  data: Owned<Data>,
): Pick<Handlers<'training'>, 'train' | 'steer_training'> {
  let steering = new Steering();

  async function run(
    training: Training,
    settings: TrainingSettings,
    report: CallContext<'train'>['report'],
  ): Promise<TrainingOutcome> {
    if (!data.value) throw declined('noData');
    refuseUnlessEmpty(training.start(data.value, settings));
    steering = new Steering();
    const reports = new Reports(report);
    const progress = await pull(training, steering, reports);
    reports.tell();
    return {
      progress,
      stopped: steering.stopped,
      model: training.model(),
      confusion: training.confusion(),
    };
  }

  return {
    train: (settings, { report }) =>
      withHandle(new engine.Training(), (training) => run(training, settings, report)),
    steer_training: (wish) => {
      steering.steer(wish);
      return null;
    },
  };
}
