import type { EngineClient } from '../engine/client';
import { describeError, type ErrorText } from '../kit/describeError';
import { declined } from '../protocol/failure';
import type { ModelSummary } from '../protocol/types';
import { type ClassNames, digitNames, kindOf } from '../shared/classes';
import { adapted, builtIn, type ModelLabel, type RunLabel } from './modelLabel';

export const origins = ['shipped', 'trained', 'file', 'adapted'] as const;
export type Origin = (typeof origins)[number];

const shippedModel = 'model/inkling.safetensors';

/** Null where the page was published without a model. */
async function fetchShipped(): Promise<Uint8Array | null> {
  try {
    const response = await fetch(shippedModel);
    if (response.status === 404) return null;
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // Nobody answered: for the person the same as a server that cannot.
  }
  throw declined('modelUnreachable');
}

/** The model that reads the pad, and the only place that may change it. */
export class ModelInUse {
  state = $state<'loading' | 'ready' | 'absent' | 'failed'>('loading');
  private cause = $state.raw<unknown>(null); // of its failure
  summary = $state.raw<ModelSummary | null>(null);
  /** What it tells apart, and until there is one, what the built-in one does. */
  readonly classes = $derived<ClassNames>(this.summary?.classes ?? digitNames);
  readonly kind = $derived(kindOf(this.classes));
  origin = $state<Origin>('shipped');
  label = $state.raw<ModelLabel>(builtIn);
  bytes = $state.raw<Uint8Array | null>(null);
  /** The run that a trained model came out of, where that is known. */
  runOf: (model: Uint8Array) => RunLabel | null = () => null;
  /** Called when the answers may have changed. */
  changed: () => void = () => {};
  /** Called when another model came into use. */
  replaced: () => void = () => {};
  private changes = 0; // counts loaded models and requests for the shipped one
  private settled: Promise<void> = Promise.resolve(); // when the last load came to its end
  private readonly requests = new Set<Promise<void>>(); // for a model, and not answered yet

  constructor(private readonly reading: EngineClient<'reading'>) {}

  /**
   * Throws why it cannot be had; the model before stays in use. A model that came into use while
   * this one was fetched is newer: then nothing happens.
   */
  useShipped(): Promise<void> {
    return this.request(this.fetchAndUse());
  }

  get failure(): ErrorText | null {
    return this.cause === null ? null : describeError(this.cause);
  }

  /** Throws the engine's refusal; the model before stays in use. */
  use(bytes: Uint8Array, origin: Origin, label?: ModelLabel): Promise<void> {
    const loading = this.load(bytes, origin, label);
    this.settled = loading.catch(() => {});
    return this.request(loading);
  }

  /**
   * Uses a model that took time to come by, unless another than `before` is in use once all that was asked
   * for meanwhile has been answered. Returns whether it does. Throws like use().
   */
  async replace(
    before: Uint8Array | null,
    bytes: Uint8Array,
    origin: Origin,
    label?: ModelLabel,
  ): Promise<boolean> {
    while (this.requests.size > 0) await Promise.allSettled(this.requests);
    if (this.bytes !== before) return false;
    await this.use(bytes, origin, label);
    return true;
  }

  /** After the reading worker broke: the same model in a fresh one. */
  async restore(): Promise<void> {
    try {
      if (this.bytes) await this.reading.call('load_model', this.bytes);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The page's own model at first, later the one that was in use. */
  async start(): Promise<void> {
    try {
      await (this.bytes ? this.use(this.bytes, this.origin, this.label) : this.useShipped());
    } catch (failure) {
      this.fail(failure);
    }
  }

  fail(error: unknown): void {
    this.state = 'failed';
    this.cause = error;
  }

  private request(answer: Promise<void>): Promise<void> {
    const answered = () => this.requests.delete(answer);
    this.requests.add(answer);
    answer.then(answered, answered);
    return answer;
  }

  private async fetchAndUse(): Promise<void> {
    const change = ++this.changes;
    if (!this.bytes) this.state = 'loading';
    try {
      const bytes = await fetchShipped();
      await this.settled;
      if (change !== this.changes) return;
      if (bytes) await this.use(bytes, 'shipped');
      else if (this.bytes) throw declined('modelUnreachable');
      else this.state = 'absent';
    } catch (failure) {
      if (change === this.changes) throw failure;
    }
  }

  private async load(bytes: Uint8Array, origin: Origin, label?: ModelLabel): Promise<void> {
    this.summary = await this.reading.call('load_model', bytes);
    this.changes += 1;
    this.bytes = bytes;
    this.origin = origin;
    this.label = label ?? this.labelOf(bytes, origin, this.summary.title);
    this.state = 'ready';
    this.cause = null;
    this.replaced();
    this.changed();
  }

  private labelOf(bytes: Uint8Array, origin: Origin, title: string): ModelLabel {
    if (origin === 'shipped') return builtIn;
    if (origin === 'adapted') return adapted;
    const run = origin === 'trained' ? this.runOf(bytes) : null;
    return { base: origin, title, run: null, corrections: 0, ...run };
  }
}
