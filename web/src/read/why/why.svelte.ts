import type { EngineClient } from '../../engine/client';
import type { ModelInUse } from '../../model/model.svelte';
import { EngineFailure } from '../../protocol/failure';
import type { Candidate, DigitReading } from '../../shared/digitReadings';
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

interface Subject {
  digit: DigitReading;
  rival: Candidate;
}

/** What an answer is compared with: the person's correction, or the runner-up if there is none. */
export const rivalOf = ({ best, next, candidates }: DigitReading, corrected?: string): Candidate =>
  candidates.find(({ name }) => name === corrected && name !== best.name) ?? next;

/** The evidence of each pixel, [784]: positive for the likeliest class, negative for its rival. */
export interface Explained extends Subject {
  evidence: Float32Array;
}

/** Explains why a digit is read as it is. Computed only while visible. */
export class Why {
  open = $state(false);
  explained = $state.raw<Explained | null>(null);
  layers = $state.raw<LayerOutput[]>([]);
  failed = $state(false);
  private subject: Subject | null = null; // shown
  private underWay = new AbortController();
  private readonly request = newestOnly<Subject>((subject) => this.explain(subject));

  constructor(
    private readonly engine: EngineClient<'reading'>,
    private readonly model: ModelInUse,
  ) {}

  /** Explains why a digit isn't read as its rival, or nothing for null. Cancels the previous explanation. */
  look(digit: DigitReading | null, rival = digit?.next): void {
    this.subject = digit && rival ? { digit, rival } : null;
    this.underWay.abort();
    this.underWay = new AbortController();
    if (this.subject) this.request(this.subject);
    else this.forget();
  }

  /** Tries again. After a failure, the engine may have lost its model. */
  async retry(): Promise<void> {
    this.failed = false;
    await this.model.restore();
    this.look(this.subject?.digit ?? null, this.subject?.rival);
  }

  private forget(): void {
    this.explained = null;
    this.layers = [];
    this.failed = false;
  }

  private async explain(subject: Subject): Promise<void> {
    const { signal } = this.underWay;
    const { digit, rival } = subject;
    const wanted = () => subject === this.subject;
    if (!wanted()) return;
    try {
      const layers = layersOf(await this.engine.call('activations', digit.image));
      if (!wanted()) return;
      this.layers = layers;
      await rest(signal);
      if (!wanted()) return;
      const question = { image: digit.image, answer: digit.best.label, rival: rival.label };
      const { evidence } = await this.engine.call('explain', question, { signal });
      if (!wanted()) return;
      this.explained = { digit, rival, evidence };
      this.failed = false;
    } catch (failure) {
      // The engine cancels an explanation when a newer drawing arrives, which will be explained once it is read.
      const overtaken = failure instanceof EngineFailure && failure.kind === 'cancelled';
      if (wanted() && !overtaken) this.failed = true;
    }
  }
}
