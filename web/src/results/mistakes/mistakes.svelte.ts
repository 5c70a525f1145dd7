import type { EngineClient } from '../../engine/client';
import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { Share } from '../../protocol/calls';
import type { SampleScores } from '../../protocol/types';

/** Another model's scores on the rows of a run. */
export interface Other {
  name: string;
  shipped: boolean; // whether it is the built-in model
  of: SampleScores; // the run's own scores
  scores: SampleScores;
}

/** The mistakes of the last run: its images, and another model's scores on them. */
export class Mistakes {
  other = $state.raw<Other | null>(null);
  comparing = $state.raw<Share | null>(null);
  private canceller = new AbortController();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly problems: Problems,
  ) {}

  /** Returns the images of these rows, [count, 784]. Empty if the run is gone. */
  async images(rows: Uint32Array): Promise<Uint8Array> {
    try {
      return (await this.engine.call('trained_images', rows)).images;
    } catch (failure) {
      this.problems.raise('mistakes', failure, messages.mistakes.unchanged, '');
      return new Uint8Array();
    }
  }

  async compare(model: Uint8Array, name: string, of: SampleScores, shipped = false): Promise<void> {
    this.cancel();
    this.problems.clear();
    this.canceller = new AbortController();
    const { signal } = this.canceller;
    const report = (share: Share) => {
      if (!signal.aborted) this.comparing = share;
    };
    report({ done: 0, total: 1 });
    try {
      const scores = await this.engine.call('score_validation', model, { report, signal });
      if (!signal.aborted) this.other = { name, shipped, of, scores };
    } catch (failure) {
      if (signal.aborted) return;
      this.problems.raise('mistakes', failure, messages.mistakes.unchanged, messages.model.advice);
    } finally {
      if (this.canceller.signal === signal) this.comparing = null;
    }
  }

  cancel(): void {
    this.canceller.abort();
    this.comparing = null;
  }
}
