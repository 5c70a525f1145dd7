import type { EngineClient } from '../../engine/client';
import type { Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { DrawingsSource } from '../../protocol/calls';
import type { Dataset } from '../data/dataset.svelte';
import type { Network } from '../network/network.svelte';
import { symbolsPreset, symbolsRecipe } from './recipe';
import { symbolsFile, symbolsFileName } from './symbolsFile';
import { drawn, type UserSymbol } from './userSymbol';
import type { UserSymbols } from './userSymbols.svelte';

/** Makes the symbols the training data. */
export class TrainOnSymbols {
  private used = $state.raw<{ source: DrawingsSource; symbols: readonly UserSymbol[] } | null>(
    null,
  );

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly symbols: UserSymbols,
    private readonly data: Dataset,
    private readonly network: Network,
    private readonly problems: Problems,
  ) {}

  /** Whether the data include all drawings. */
  get inUse(): boolean {
    return this.isPart && this.used?.symbols === this.symbols.all;
  }

  get isPart(): boolean {
    return this.used !== null && this.data.has(this.used.source);
  }

  /**
   * Replaces the data and uses the settings for few drawings, or appends the symbols. Returns whether it succeeded.
   */
  async use(add: boolean): Promise<boolean> {
    const symbols = this.symbols.all;
    const source = await this.sourceOf(drawn(symbols));
    if (!source) return false;
    await (add ? this.data.add([source]) : this.data.choose([source]));
    if (!this.data.has(source)) return false;
    this.used = { source, symbols };
    if (!add) await this.prepare();
    return true;
  }

  /**
   * The engine renders the drawings. It gets labels without names, because it would turn numeric names into
   * digits.
   */
  private async sourceOf(symbols: readonly UserSymbol[]): Promise<DrawingsSource | null> {
    const coded = symbols.map((symbol, at) => ({ ...symbol, name: `symbol-${100 + at}` }));
    const file = new File([symbolsFile(coded)], symbolsFileName);
    try {
      const { drawings } = await this.engine.call('collect', {
        file,
        limit: Number.POSITIVE_INFINITY,
      });
      return {
        path: messages.symbols.dataName,
        drawings,
        classes: symbols.map(({ name }) => name),
      };
    } catch (failure) {
      this.problems.raise('data', failure, messages.data.nothingChanged, '');
      return null;
    }
  }

  private async prepare(): Promise<void> {
    await this.network.load();
    this.network.chooseForData(symbolsPreset, symbolsRecipe(this.symbols.drawings));
  }
}
