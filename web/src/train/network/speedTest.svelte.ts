import type { EngineClient } from '../../engine/client';
import type { Speed } from '../../protocol/calls';
import type { TrainingSettings } from '../../protocol/types';

const settlingMs = 500;

/** How long an epoch of so many images takes, by a measured speed. */
export function secondsPerEpoch(speed: Speed, images: number, validation: number): number {
  const heldOut = validation > 0 ? (images * validation) / speed.read : 0;
  return (images * (1 - validation)) / speed.trained + heldOut;
}

/** What a network's speed depends on; the data stand for what augmentation finds in them. */
function keyOf(settings: TrainingSettings, architecture: string, data: string): string {
  const { batch, optimiser, augment, augmentation, average, validation } = settings;
  const drawn = augment ? augmentation : '';
  return [architecture, batch, optimiser, drawn, average > 0, validation, data].join('\n');
}

/** Measures how fast a network trains here, when the engine has nothing else to do. */
export class SpeedTest {
  speed = $state.raw<Speed | null>(null);
  private measured = '';
  private wanted = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private canceller = new AbortController();

  constructor(private readonly engine: EngineClient<'training'>) {}

  /** Once the settings have been still for a moment, and nothing else is being waited for. */
  measure(settings: TrainingSettings, architecture: string, data: string): void {
    const key = keyOf(settings, architecture, data);
    if (key === this.measured || key === this.wanted) return;
    this.cancel();
    this.wanted = key;
    this.measured = '';
    this.speed = null;
    this.timer = setTimeout(() => void this.run(key, settings), settlingMs);
  }

  /** Before there is other work. */
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
      // Cancelled, or refused: then there is no estimate, and starting says why.
    } finally {
      if (this.wanted === key) this.wanted = '';
    }
  }
}
