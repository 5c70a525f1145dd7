import { type Correction, ofClasses } from '../../corrections/correction';
import type { Corrections } from '../../corrections/corrections.svelte';
import { drawingsOf } from '../../corrections/drawings';
import type { EngineClient } from '../../engine/client';
import { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { ModelInUse } from '../../model/model.svelte';
import type { Learned } from '../../protocol/calls';
import type { PatchProgress } from '../../protocol/types';

/** Teaches the current model the corrections, and can undo that. */
export class Learning {
  busy = $state(false);
  share = $state(0);
  /** The result, as long as the adapted model is in use. */
  outcome = $state.raw<PatchProgress | null>(null);
  /** True if another model came into use during learning, so the result was discarded. */
  overtaken = $state(false);
  readonly problems = new Problems<'learning'>();
  private wanted = new AbortController();
  private learner: Uint8Array | null = null; // the model being adapted

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly model: ModelInUse,
    private readonly corrections: Corrections,
  ) {
    model.replaced = () => this.leave();
  }

  /** The corrections whose classes the current model can tell apart. It can't learn from others. */
  get usable(): Correction[] {
    return ofClasses(this.corrections.all, this.model.classes);
  }

  /** Whether the model in use learned corrections. */
  get adapted(): boolean {
    return this.model.origin === 'adapted';
  }

  /** Whether the browser couldn't save the adapted model. */
  get unsaved(): boolean {
    return this.adapted && this.model.unsaved;
  }

  /**
   * Adapts a copy of the current model. The original stays in use if learning fails or if a newer model replaced
   * it.
   */
  async start(): Promise<void> {
    const before = this.model.current;
    if (!before || this.busy) return;
    this.begin(before.bytes);
    const label = { ...before.label, corrections: this.usable.length };
    try {
      const { model, progress } = await this.learn(before.bytes);
      if (await this.model.adapt(before, model, label)) this.outcome = progress;
      else this.overtaken = true;
    } catch (failure) {
      this.overtaken = this.model.bytes !== before.bytes;
      if (!this.overtaken) this.raise(failure);
    }
    this.busy = false;
  }

  cancel(): void {
    this.wanted.abort();
  }

  /** Returns to the model before learning. */
  undo(): Promise<void> {
    const { before } = this.model;
    if (!before) return Promise.resolve();
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

  private async change(changing: () => Promise<unknown>): Promise<void> {
    this.problems.clear();
    this.overtaken = false;
    try {
      await changing();
    } catch (failure) {
      this.raise(failure);
    }
  }

  /** Another model came into use. Cancels learning by the one before. */
  private leave(): void {
    if (this.model.bytes !== this.learner) this.wanted.abort();
    this.outcome = null;
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
