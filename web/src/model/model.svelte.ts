import type { EngineClient } from '../engine/client';
import { describeError, type ErrorText } from '../kit/describeError';
import { pageFailure } from '../protocol/failure';
import type { ModelSummary } from '../protocol/types';
import { type ClassNames, digitNames, kindOf } from '../shared/classes';
import { adapted, builtIn, type ModelLabel, type RunLabel } from './modelLabel';
import { browserModelStore, type ModelStore, type Origin, type UsedModel } from './modelStore';
import { fetchShipped, type LoadedModel } from './shippedModel';

/** The model that reads the pad. Only this class changes it. */
export class ModelInUse {
  state = $state<'loading' | 'ready' | 'absent' | 'failed'>('loading');
  private cause = $state.raw<unknown>(null); // why it failed
  summary = $state.raw<ModelSummary | null>(null);
  /** The classes that the model tells apart. Before one is loaded, those of the built-in model. */
  readonly classes = $derived<ClassNames>(this.summary?.classes ?? digitNames);
  readonly kind = $derived(kindOf(this.classes));
  origin = $state<Origin>('shipped');
  label = $state.raw<ModelLabel>(builtIn);
  bytes = $state.raw<Uint8Array | null>(null);
  /** The model before it learned corrections; null if it learned none, or if unknown. */
  before = $state.raw<UsedModel | null>(null);
  /** True if the browser couldn't save the model for the next visit. */
  unsaved = $state(false);
  /** Finds the run that produced a trained model, if known. */
  runOf: (model: Uint8Array) => RunLabel | null = () => null;
  /** Called when readings may have changed. */
  changed: () => void = () => {};
  /** Called after another model came into use. */
  replaced: () => void = () => {};
  private changes = 0; // counts loaded models and requests for the shipped one
  private settled: Promise<void> = Promise.resolve(); // resolves after the last load
  private readonly requests = new Set<Promise<void>>(); // pending requests for a model

  constructor(
    private readonly reading: EngineClient<'reading'>,
    private readonly store: ModelStore = browserModelStore,
  ) {}

  /** The model in use; null before one is loaded. */
  get current(): UsedModel | null {
    const { bytes, origin, label } = this;
    return bytes && { bytes, origin, label };
  }

  /**
   * Fetches and loads the shipped model. Throws if it can't be fetched; the current model stays. Does nothing if
   * another model came into use meanwhile.
   */
  async useShipped(): Promise<void> {
    await this.request(this.fetchAndUse());
    void this.save();
  }

  get failure(): ErrorText | null {
    return this.cause === null ? null : describeError(this.cause);
  }

  /** Throws the engine's refusal; the current model stays. */
  async use(bytes: Uint8Array, origin: Origin, label?: ModelLabel): Promise<void> {
    await this.useWith(null, bytes, origin, label);
    void this.save();
  }

  /**
   * Replaces the model in use with what it learned from corrections, unless another was loaded in the meantime.
   * Returns whether the adapted model is in use. Throws like use().
   */
  async adapt(before: UsedModel, bytes: Uint8Array, label: ModelLabel): Promise<boolean> {
    await this.requestsAnswered();
    if (this.bytes !== before.bytes) return false;
    await this.useWith(before, bytes, 'adapted', label);
    void this.save();
    return true;
  }

  /** Loads the same model into a new worker after a crash. */
  async restore(): Promise<void> {
    try {
      if (this.bytes) await this.reading.call('load_model', this.bytes);
    } catch (error) {
      this.fail(error);
    }
  }

  /**
   * Loads the model of the last visit or the shipped one; after a failure, the one used last. What is saved stays, even
   * if it can't be loaded. `shipped` may have been loaded already, while the page was starting.
   */
  async start(shipped: Promise<LoadedModel | null> | null = null): Promise<void> {
    try {
      const { bytes, before, origin, label } = this;
      if (bytes) await this.useWith(before, bytes, origin, label);
      else if (!(await this.useSaved())) await this.request(this.fetchAndUse(shipped));
    } catch (failure) {
      this.fail(failure);
    }
  }

  fail(error: unknown): void {
    this.state = 'failed';
    this.cause = error;
  }

  private useWith(
    before: UsedModel | null,
    bytes: Uint8Array,
    origin: Origin,
    label?: ModelLabel,
  ): Promise<void> {
    const loading = this.load(before, bytes, origin, label);
    this.settled = loading.catch(() => {});
    return this.request(loading);
  }

  /** Returns whether the model of the last visit is in use. Another that was chosen meanwhile stays. */
  private async useSaved(): Promise<boolean> {
    try {
      const saved = await this.store.read();
      await this.requestsAnswered();
      if (this.bytes) return true;
      if (saved) await this.useWith(saved.before, saved.bytes, saved.origin, saved.label);
      return saved !== undefined;
    } catch {
      return false; // storage is denied or the model damaged
    }
  }

  private async requestsAnswered(): Promise<void> {
    while (this.requests.size > 0) await Promise.allSettled(this.requests);
  }

  private request(answer: Promise<void>): Promise<void> {
    const answered = () => this.requests.delete(answer);
    this.requests.add(answer);
    answer.then(answered, answered);
    return answer;
  }

  /** Any other model that was loaded since counts as a change, so that one `loaded` earlier is still in the engine. */
  private async fetchAndUse(loaded: Promise<LoadedModel | null> | null = null): Promise<void> {
    const change = ++this.changes;
    if (!this.bytes) this.state = 'loading';
    try {
      const early = await loaded;
      const bytes = loaded ? null : await fetchShipped();
      await this.settled;
      if (change !== this.changes) return;
      if (early) this.take(early, null, 'shipped');
      else if (bytes) await this.useWith(null, bytes, 'shipped');
      else if (this.bytes) throw pageFailure('modelUnreachable');
      else this.state = 'absent';
    } catch (failure) {
      if (change === this.changes) throw failure;
    }
  }

  private async load(
    before: UsedModel | null,
    bytes: Uint8Array,
    origin: Origin,
    label?: ModelLabel,
  ): Promise<void> {
    const summary = await this.reading.call('load_model', bytes);
    this.take({ bytes, summary }, before, origin, label);
  }

  private take(
    { bytes, summary }: LoadedModel,
    before: UsedModel | null,
    origin: Origin,
    label?: ModelLabel,
  ): void {
    this.summary = summary;
    this.changes += 1;
    this.bytes = bytes;
    this.before = before;
    this.origin = origin;
    this.label = label ?? this.labelOf(bytes, origin, summary.title);
    this.state = 'ready';
    this.cause = null;
    this.replaced();
    this.changed();
  }

  /** Saves the model for the next visit. */
  private async save(): Promise<void> {
    const { current, before, origin } = this;
    const saved = current && origin !== 'shipped' ? { ...current, before } : null;
    try {
      await this.store.write(saved);
      this.unsaved = false;
    } catch {
      this.unsaved = saved !== null;
    }
  }

  private labelOf(bytes: Uint8Array, origin: Origin, title: string): ModelLabel {
    if (origin === 'shipped') return builtIn;
    if (origin === 'adapted') return adapted;
    const run = origin === 'trained' ? this.runOf(bytes) : null;
    return { base: origin, title, run: null, corrections: 0, ...run };
  }
}
