import type { EngineClient } from '../engine/client';
import type { Problems } from '../kit/problems.svelte';
import { messages } from '../messages';
import type { Adjustment, Predictions, Share } from '../protocol/calls';
import { toggled } from '../shared/adjustments';
import type { TestModel } from './testModel';

/** A file of images without labels, and what a model reads in them. */
export class TestFile {
  predictions = $state.raw<Predictions | null>(null);
  /** Whose predictions they are. */
  by = $state.raw<TestModel | null>(null);
  /** What was done to its images before they were predicted. */
  adjustments = $state.raw<readonly Adjustment[]>([]);
  predicting = $state.raw<{ name: string; share: Share } | null>(null);
  private file: File | null = null;
  private canceller = new AbortController();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly problems: Problems,
  ) {}

  /** Predicts the same file again with its images adjusted, or as they are in the file. */
  async adjust(adjustment: Adjustment): Promise<void> {
    if (!this.file || !this.by) return;
    await this.predict(this.file, this.by, toggled(this.adjustments, adjustment));
  }

  async predict(file: File, by: TestModel, adjustments: readonly Adjustment[] = []): Promise<void> {
    this.cancel();
    this.problems.clear();
    this.canceller = new AbortController();
    const { signal } = this.canceller;
    this.predicting = { name: file.name, share: { done: 0, total: 1 } };
    const report = (share: Share) => {
      if (!signal.aborted) this.predicting = { name: file.name, share };
    };
    try {
      const asked = { model: by.model, classes: by.classes, file, adjustments };
      const predictions = await this.engine.call('predict', asked, { report, signal });
      if (signal.aborted) return; // given up, or another file was chosen
      this.predictions = predictions;
      Object.assign(this, { by, file, adjustments });
    } catch (failure) {
      if (signal.aborted) return;
      this.problems.raise('test', failure, messages.test.unchanged, messages.test.advice);
    } finally {
      if (this.canceller.signal === signal) this.predicting = null;
    }
  }

  cancel(): void {
    this.canceller.abort();
  }
}
