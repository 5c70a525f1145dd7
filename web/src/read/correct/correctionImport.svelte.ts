import type { Corrections } from '../../corrections/corrections.svelte';
import { correctionsOf } from '../../corrections/drawings';
import type { EngineClient } from '../../engine/client';
import { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';

// Each is shown and stored by the browser. A whole train.csv is for training.
const limit = 2000;

/** Corrections on their way from a file. */
export class Loading {
  /** The file that is read; empty while none is. */
  name = $state('');
  /** What came of the last one; null before and while one is read. */
  joined = $state<number | null>(null);
  readonly problems = new Problems<'corrections'>();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly corrections: Corrections,
  ) {}

  /** All of the file, or nothing and why. */
  async load(file: File): Promise<void> {
    this.problems.clear();
    this.joined = null;
    this.name = file.name;
    try {
      const more = correctionsOf(await this.engine.call('collect', { file, limit }));
      void this.corrections.add(more);
      this.joined = more.length;
    } catch (failure) {
      const text = (key: 'unchanged' | 'advice') => () => messages.correct[key];
      this.problems.raise('corrections', failure, text('unchanged'), text('advice'));
    }
    this.name = '';
  }
}
