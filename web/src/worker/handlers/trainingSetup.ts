// Calls that help to set up a training. They change neither data nor model.
import type { Handlers, Speed } from '../../protocol/calls';
import { pageFailure, throwIfCancelled, throwIfError } from '../../protocol/failure';
import type { Data, Training, TrainingEngine, TrainingSettings } from '../../protocol/types';
import { type Owned, withHandle } from '../owned';
import { yieldToMessages } from '../pace';

const probeMs = 300;

/** Counts images and the time they took. */
class Rate {
  private images = 0;
  private ms = 0;

  add(images: number, ms: number): void {
    this.images += images;
    this.ms += ms;
  }

  get perSecond(): number {
    return (1000 * this.images) / this.ms;
  }
}

/** Returns enough images for a few steps, and for a slice of validation if there is any. */
function imagesFor({ batch, validation }: TrainingSettings): number {
  return Math.ceil((2 * Math.max(batch, 64)) / (1 - validation));
}

/** Samples the person's own data, because augmentation may depend on them. Without data, generates images. */
function sampleOf(engine: TrainingEngine, data: Data | null, images: number): Data {
  const summary = data?.summary();
  const enough = summary?.labelled && summary.images >= images;
  return data && enough ? data.first(images) : engine.synthetic_data(images, 1);
}

/** Trains for a moment and measures the speed. Ignores the first step, which warms up. */
async function measure(training: Training, images: number, signal: AbortSignal): Promise<Speed> {
  const trained = new Rate();
  const read = new Rate();
  let progress = training.advance(1);
  const inEpoch = () => progress.images_seen / Math.max(1, progress.epoch);
  const started = performance.now();
  while (performance.now() - started < probeMs || progress.epoch < 2) {
    await yieldToMessages();
    throwIfCancelled(signal);
    const before = progress;
    const start = performance.now();
    progress = training.advance(1);
    const ms = performance.now() - start;
    if (progress.state === 'failed') break;
    if (before.state === 'training') trained.add(progress.images_seen - before.images_seen, ms);
    else read.add(progress.epoch > before.epoch ? images - inEpoch() : 0, ms);
  }
  return { trained: trained.perSecond, read: read.perSecond };
}

export type SettingUp =
  | 'check_network'
  | 'check_settings'
  | 'schedule'
  | 'augmented'
  | 'measure_speed';

export function settingUpCalls(
  engine: TrainingEngine,
  data: Owned<Data>,
): Pick<Handlers<'training'>, SettingUp> {
  return {
    check_network: ({ architecture, classes }) => engine.check_network(architecture, classes),
    check_settings: (settings) => engine.check_settings(settings),
    schedule: ({ settings, points }) => engine.schedule_rates(settings, points),
    augmented: ({ augmentation, rows, variants }) => {
      if (!data.value) throw pageFailure('noData');
      return { images: data.value.augmented(rows, variants, augmentation, 1), variants };
    },
    measure_speed: (settings, { signal }) => {
      const images = imagesFor(settings);
      return withHandle(sampleOf(engine, data.value, images), (sample) =>
        withHandle(new engine.Training(), (training) => {
          throwIfError(training.start(sample, { ...settings, epochs: 10_000, patience: 0 }));
          return measure(training, images, signal);
        }),
      );
    },
  };
}
