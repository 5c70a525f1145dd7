import { type Correction, ofClasses } from '../../corrections/correction';
import type { Corrections } from '../../corrections/corrections.svelte';
import { drawingsOf } from '../../corrections/drawings';
import type { EngineClient } from '../../engine/client';
import { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { ModelInUse } from '../../model/model.svelte';
import type { Learned } from '../../protocol/calls';
import type { PatchProgress } from '../../protocol/types';
import {
  type Adapted,
  type AdaptedModelStore,
  browserAdaptedModelStore,
} from './adaptedModelStore';

/** Teaches the current model the corrections, and can undo that. */
export class Learning {
  busy = $state(false);
  share = $state(0);
  /** The result, as long as the adapted model is in use. */
  outcome = $state.raw<PatchProgress | null>(null);
  /** True if another model came into use during learning, so the result was discarded. */
  overtaken = $state(false);
  /** True if the browser couldn't save the adapted model. */
  unsaved = $state(false);
  adapted = $state.raw<Adapted | null>(null);
  readonly problems = new Problems<'learning'>();
  private wanted = new AbortController();
  private learner: Uint8Array | null = null; // the model being adapted

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly model: ModelInUse,
    private readonly corrections: Corrections,
    private readonly store: AdaptedModelStore = browserAdaptedModelStore,
  ) {
    model.replaced = () => this.leave();
  }

  /** The corrections whose classes the current model can tell apart. It can't learn from others. */
  get usable(): Correction[] {
    return ofClasses(this.corrections.all, this.model.classes);
  }

  /** Loads the adapted model of an earlier visit. Returns whether it is in use. */
  async restore(): Promise<boolean> {
    if (this.model.bytes) return false;
    try {
      const saved = await this.store.read();
      return saved !== undefined && (await this.adopt(null, saved));
    } catch {
      return false; // the shipped model stays in use
    }
  }

  /**
   * Adapts a copy of the current model. The original stays in use if learning fails or if a newer model replaced
   * it.
   */
  async start(): Promise<void> {
    const { bytes, origin, label } = this.model;
    if (!bytes || this.busy) return;
    this.begin(bytes);
    const learned = { ...label, corrections: this.usable.length };
    try {
      const { model, progress } = await this.learn(bytes);
      const before = { bytes, origin, label };
      const adopted = await this.adopt(bytes, { bytes: model, label: learned, before });
      if (adopted) this.outcome = progress;
      else this.overtaken = true;
    } catch (failure) {
      this.overtaken = this.model.bytes !== bytes;
      if (!this.overtaken) this.raise(failure);
    }
    this.busy = false;
  }

  cancel(): void {
    this.wanted.abort();
  }

  /** Returns to the model before learning. */
  undo(): Promise<void> {
    const before = this.adapted?.before;
    if (!before) return Promise.resolve();
    if (before.origin === 'adapted')
      return this.change(() => this.adopt(this.model.bytes, { ...before, before: null }));
    return this.change(() => this.model.use(before.bytes, before.origin, before.label));
  }

  reset(): Promise<void> {
    return this.change(() => this.model.useShipped());
  }

  private learn(model: Uint8Array): Promise<Learned> {
    const report = (share: number) => {
      this.share = share;
    };
    const { drawings, classes } = drawingsOf(this.usable, this.model.classes);
    const taught = { model, classes, corrections: drawings };
    return this.engine.call('learn', taught, { report, signal: this.wanted.signal });
  }

  private begin(learner: Uint8Array): void {
    this.problems.clear();
    this.learner = learner;
    this.outcome = null;
    this.overtaken = false;
    this.share = 0;
    this.busy = true;
    this.wanted = new AbortController();
  }

  /** Loads the adapted model, unless `before` is no longer in use. Returns whether it did. */
  private async adopt(before: Uint8Array | null, adapted: Adapted): Promise<boolean> {
    if (!(await this.model.replace(before, adapted.bytes, 'adapted', adapted.label))) return false;
    this.adapted = adapted;
    this.outcome = null;
    await this.write(adapted);
    return true;
  }

  private async change(changing: () => Promise<unknown>): Promise<void> {
    this.problems.clear();
    this.overtaken = false;
    try {
      await changing();
    } catch (failure) {
      this.raise(failure);
    }
  }

  /** Another model came into use. The next visit starts with it, and any learning is cancelled. */
  private leave(): void {
    if (this.model.bytes !== this.learner) this.wanted.abort();
    if (this.model.origin === 'adapted' || !this.adapted) return;
    this.adapted = null;
    this.outcome = null;
    void this.write(null);
  }

  private async write(adapted: Adapted | null): Promise<void> {
    try {
      await this.store.write(adapted);
      this.unsaved = false;
    } catch {
      this.unsaved = adapted !== null;
    }
  }

  private raise(failure: unknown): void {
    this.problems.raise(
      'learning',
      failure,
      () => messages.run.modelUnchanged,
      () => messages.correct.learnAdvice,
    );
  }
}
