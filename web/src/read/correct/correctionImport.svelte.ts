import type { Corrections } from '../../corrections/corrections.svelte';
import { correctionsOf } from '../../corrections/drawings';
import type { EngineClient } from '../../engine/client';
import { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';

// The browser stores and shows each one. A whole train.csv belongs in training.
const limit = 2000;

/** Loads corrections from a file. */
export class CorrectionImport {
  /** The file being read; empty if there is none. */
  name = $state('');
  /** The number of corrections added by the last file; null before and during loading. */
  joined = $state<number | null>(null);
  readonly problems = new Problems<'corrections'>();

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly corrections: Corrections,
  ) {}

  /** Loads the whole file, or nothing and reports the reason. */
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
