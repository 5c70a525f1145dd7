import type { Corrections } from '../../corrections/corrections.svelte';
import { drawingsOf } from '../../corrections/drawings';
import type { EngineClient } from '../../engine/client';
import { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { ModelInUse } from '../../model/model.svelte';
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
  /** The browser did not keep the model that learned. */
  unsaved = $state(false);
  adapted = $state.raw<Adapted | null>(null);
  readonly problems = new Problems<'learning'>();
  private wanted = new AbortController();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly model: ModelInUse,
    private readonly corrections: Corrections,
    private readonly store: AdaptedModelStore = browserAdaptedModelStore,
  ) {
    model.replaced = () => this.leave();
  }

  /** Whether the model that learned before is in use now. */
  async restore(): Promise<boolean> {
    if (this.model.bytes) return false;
    try {
      const saved = await this.store.read();
      if (saved) await this.adopt(saved);
      return saved !== undefined;
    } catch {
      return false; // then the page's own reads
    }
  }

  /** The model in use stays until another has learned, and for good where none does. */
  async start(): Promise<void> {
    const { bytes, origin } = this.model;
    if (!bytes || this.busy) return;
    this.begin();
    try {
      const taught = { model: bytes, corrections: drawingsOf(this.corrections.all) };
      const { model, progress } = await this.engine.call('learn', taught, {
        report: (share) => {
          this.share = share;
        },
        signal: this.wanted.signal,
      });
      await this.adopt({ bytes: model, before: { bytes, origin } });
      this.outcome = progress;
    } catch (failure) {
      this.raise(failure);
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
      return this.change(() => this.adopt({ bytes: before.bytes, before: null }));
    return this.change(() => this.model.use(before.bytes, before.origin));
  }

  reset(): Promise<void> {
    return this.change(() => this.model.useShipped());
  }

  private begin(): void {
    this.problems.clear();
    this.outcome = null;
    this.share = 0;
    this.busy = true;
    this.wanted = new AbortController();
  }

  private async adopt(adapted: Adapted): Promise<void> {
    await this.model.use(adapted.bytes, 'adapted');
    this.adapted = adapted;
    this.outcome = null;
    await this.write(adapted);
  }

  private async change(changing: () => Promise<void>): Promise<void> {
    this.problems.clear();
    try {
      await changing();
    } catch (failure) {
      this.raise(failure);
    }
  }

  /** Another model than the one that learned came into use: it is what the next page begins with. */
  private leave(): void {
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
      messages.run.modelUnchanged,
      messages.correct.learnAdvice,
    );
  }
}
