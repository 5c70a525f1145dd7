import type { EngineClient } from '../../engine/client';
import type { Speed } from '../../protocol/calls';
import type { TrainingSettings } from '../../protocol/types';

const settlingMs = 500;

/** Estimates the time of an epoch from a measured speed. */
export function secondsPerEpoch(speed: Speed, images: number, validation: number): number {
  const heldOut = validation > 0 ? (images * validation) / speed.read : 0;
  return (images * (1 - validation)) / speed.trained + heldOut;
}

/** Identifies everything that a network's speed depends on. Augmentation depends on the data. */
function keyOf(settings: TrainingSettings, architecture: string, data: string): string {
  const { batch, optimiser, augment, augmentation, average, validation } = settings;
  const drawn = augment ? augmentation : '';
  return [architecture, batch, optimiser, drawn, average > 0, validation, data].join('\n');
}

/** Measures how fast this machine trains a network while the engine is idle. */
export class SpeedTest {
  speed = $state.raw<Speed | null>(null);
  private measured = '';
  private wanted = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private canceller = new AbortController();

  constructor(private readonly engine: EngineClient<'training'>) {}

  /** Starts once the settings haven't changed for a moment and the engine is idle. */
  measure(settings: TrainingSettings, architecture: string, data: string): void {
    const key = keyOf(settings, architecture, data);
    if (key === this.measured || key === this.wanted) return;
    this.cancel();
    this.wanted = key;
    this.measured = '';
    this.speed = null;
    this.timer = setTimeout(() => void this.run(key, settings), settlingMs);
  }

  /** Call before other work. */
  cancel(): void {
    clearTimeout(this.timer);
    this.canceller.abort();
    this.wanted = '';
  }

  private async run(key: string, settings: TrainingSettings): Promise<void> {
    if (!this.engine.idle) {
      this.timer = setTimeout(() => void this.run(key, settings), settlingMs);
      return;
    }
    this.canceller = new AbortController();
    const { signal } = this.canceller;
    try {
      const speed = await this.engine.call('measure_speed', settings, { signal });
      if (signal.aborted || !(speed.trained > 0)) return;
      this.speed = speed;
      this.measured = key;
    } catch {
      // If cancelled or refused, there is no estimate. Starting a run shows the reason.
    } finally {
      if (this.wanted === key) this.wanted = '';
    }
  }
}
