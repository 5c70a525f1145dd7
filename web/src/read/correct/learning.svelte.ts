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

/** Teaches the model in use what was corrected, and takes that back. */
export class Learning {
  busy = $state(false);
  share = $state(0);
  /** What came of it, as long as that model is in use. */
  outcome = $state.raw<PatchProgress | null>(null);
  /** Another model came into use while this one learned, and nothing came of it. */
  overtaken = $state(false);
  /** The browser did not keep the model that learned. */
  unsaved = $state(false);
  adapted = $state.raw<Adapted | null>(null);
  readonly problems = new Problems<'learning'>();
  private wanted = new AbortController();
  private learner: Uint8Array | null = null; // the model that learns

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly model: ModelInUse,
    private readonly corrections: Corrections,
    private readonly store: AdaptedModelStore = browserAdaptedModelStore,
  ) {
    model.replaced = () => this.leave();
  }

  /** Corrections of what the model in use tells apart: from others it can't learn. */
  get usable(): Correction[] {
    return ofClasses(this.corrections.all, this.model.classes);
  }

  /** Whether the model that learned before is in use now. */
  async restore(): Promise<boolean> {
    if (this.model.bytes) return false;
    try {
      const saved = await this.store.read();
      return saved !== undefined && (await this.adopt(null, saved));
    } catch {
      return false; // then the page's own reads
    }
  }

  /** The model in use stays until another has learned, and for good if none does or a newer one came. */
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

  /** The model before reads again. */
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

  /** Unless another model than `before` is in use by then; whether it was adopted. */
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

  /** Another model came into use: the next page starts with it, and the one before need not learn on. */
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
