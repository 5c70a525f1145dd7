import type { EngineClient } from '../engine/client';
import type { Problems } from '../kit/problems.svelte';
import { messages } from '../messages';
import type { Adjustment, Predictions, Share } from '../protocol/calls';
import { toggled } from '../shared/adjustments';
import type { TestModel } from './testModel';

/** An unlabelled file of images, and a model's predictions. */
export class TestFile {
  predictions = $state.raw<Predictions | null>(null);
  /** The model that made the predictions. */
  by = $state.raw<TestModel | null>(null);
  /** Adjustments made to the images before predicting. */
  adjustments = $state.raw<readonly Adjustment[]>([]);
  predicting = $state.raw<{ name: string; share: Share } | null>(null);
  /** The model that the person chose to predict with; null for the first that is offered. */
  private choice = $state.raw<Uint8Array | null>(null);
  private file: File | null = null;
  private canceller = new AbortController();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly problems: Problems,
  ) {}

  /** Chooses the model of the next predictions. */
  choose({ model }: TestModel): void {
    this.choice = model;
  }

  /** Returns the chosen one of the models, or else the first; null if there is none. */
  chosenOf(models: readonly TestModel[]): TestModel | null {
    return models.find(({ model }) => model === this.choice) ?? models[0] ?? null;
  }

  /** Predicts the file again, with its images adjusted or restored. */
  async adjust(adjustment: Adjustment): Promise<void> {
    if (!this.file || !this.by) return;
    await this.predict(this.file, this.by, toggled(this.adjustments, adjustment));
  }

  /** Predicts the file again with another model. */
  async again(by: TestModel): Promise<void> {
    if (this.file) await this.predict(this.file, by, this.adjustments);
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
      const request = { model: by.model, classes: by.classes, file, adjustments };
      const predictions = await this.engine.call('predict', request, { report, signal });
      if (signal.aborted) return; // cancelled, or another file was chosen
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
