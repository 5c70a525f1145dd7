import type { EngineClient } from '../../engine/client';
import type { ModelInUse } from '../../model/model.svelte';
import { EngineFailure } from '../../protocol/failure';
import type { DigitReading } from '../../shared/digitReadings';
import { newestOnly } from '../../shared/newest';
import { type LayerOutput, layersOf } from './layers';

// While drawing, new strokes arrive before the evidence is ready.
const restMs = 60;

/** Resolves after the delay, or as soon as it is cancelled. */
function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, restMs);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The evidence of each pixel, [784]: positive for the likeliest class, negative for the runner-up. */
export interface Explained {
  digit: DigitReading;
  evidence: Float32Array;
}

/** Explains why a digit is read as it is. Computed only while visible. */
export class Why {
  open = $state(false);
  explained = $state.raw<Explained | null>(null);
  layers = $state.raw<LayerOutput[]>([]);
  failed = $state(false);
  private digit: DigitReading | null = null; // the digit shown
  private underWay = new AbortController();
  private readonly request = newestOnly<DigitReading>((digit) => this.explain(digit));

  constructor(
    private readonly engine: EngineClient<'reading'>,
    private readonly model: ModelInUse,
  ) {}

  /** Explains a digit, or nothing for null. Cancels the previous explanation. */
  look(digit: DigitReading | null): void {
    this.digit = digit;
    this.underWay.abort();
    this.underWay = new AbortController();
    if (digit) this.request(digit);
    else this.forget();
  }

  /** Tries again. After a failure, the engine may have lost its model. */
  async retry(): Promise<void> {
    this.failed = false;
    await this.model.restore();
    this.look(this.digit);
  }

  private forget(): void {
    this.explained = null;
    this.layers = [];
    this.failed = false;
  }

  private async explain(digit: DigitReading): Promise<void> {
    const { signal } = this.underWay;
    const wanted = () => digit === this.digit;
    if (!wanted()) return;
    try {
      const layers = layersOf(await this.engine.call('activations', digit.image));
      if (!wanted()) return;
      this.layers = layers;
      await rest(signal);
      if (!wanted()) return;
      const question = { image: digit.image, answer: digit.best.label, rival: digit.next.label };
      const { evidence } = await this.engine.call('explain', question, { signal });
      if (!wanted()) return;
      this.explained = { digit, evidence };
      this.failed = false;
    } catch (failure) {
      // The engine cancels an explanation when a newer drawing arrives, which will be explained once it is read.
      const overtaken = failure instanceof EngineFailure && failure.kind === 'cancelled';
      if (wanted() && !overtaken) this.failed = true;
    }
  }
}
