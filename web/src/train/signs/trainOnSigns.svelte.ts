import type { EngineClient } from '../../engine/client';
import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { DrawingsSource } from '../../protocol/calls';
import type { Dataset } from '../data/dataset.svelte';
import type { Network } from '../network/network.svelte';
import { signsPreset, signsRecipe } from './recipe';
import { drawn, type Sign } from './sign';
import type { Signs } from './signs.svelte';
import { signsFile, signsFileName } from './signsFile';

/** Makes the signs the training data. */
export class TrainOnSigns {
  private used = $state.raw<{ source: DrawingsSource; signs: readonly Sign[] } | null>(null);

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly signs: Signs,
    private readonly data: Dataset,
    private readonly network: Network,
    private readonly problems: Problems,
  ) {}

  /** Whether the data include all drawings. */
  get inUse(): boolean {
    return this.isPart && this.used?.signs === this.signs.all;
  }

  get isPart(): boolean {
    return this.used !== null && this.data.has(this.used.source);
  }

  /**
   * Replaces the data and uses the settings for few drawings, or appends the signs. Returns whether it succeeded.
   */
  async use(add: boolean): Promise<boolean> {
    const signs = this.signs.all;
    const source = await this.sourceOf(drawn(signs));
    if (!source) return false;
    await (add ? this.data.add([source]) : this.data.choose([source]));
    if (!this.data.has(source)) return false;
    this.used = { source, signs };
    if (!add) await this.prepare();
    return true;
  }

  /**
   * The engine renders the drawings. It gets labels without names, because it would turn numeric names into
   * digits.
   */
  private async sourceOf(signs: readonly Sign[]): Promise<DrawingsSource | null> {
    const coded = signs.map((sign, at) => ({ ...sign, name: `sign-${100 + at}` }));
    const file = new File([signsFile(coded)], signsFileName);
    try {
      const { drawings } = await this.engine.call('collect', {
        file,
        limit: Number.POSITIVE_INFINITY,
      });
      return { path: messages.signs.dataName, drawings, classes: signs.map(({ name }) => name) };
    } catch (failure) {
      this.problems.raise('data', failure, messages.data.nothingChanged, '');
      return null;
    }
  }

  private async prepare(): Promise<void> {
    await this.network.load();
    this.network.chooseForData(signsPreset, signsRecipe(this.signs.drawings));
  }
}
