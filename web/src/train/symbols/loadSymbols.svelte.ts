import { correctionsOf } from '../../corrections/drawings';
import type { EngineClient } from '../../engine/client';
import { describeError, type ErrorText } from '../../kit/describeError';
import { pageFailure } from '../../protocol/failure';
import { symbolsOf } from './symbolsFile';
import { maxDrawings } from './userSymbol';
import type { UserSymbols } from './userSymbols.svelte';

/** The result of loading files. */
export interface Loaded {
  added: number;
  leftOut: readonly string[]; // names of symbols beyond the limit
  refused: readonly (() => { name: string; problem: ErrorText })[];
}

/** Loads symbols from files. Reports a faulty one and loads the others. */
export class LoadSymbols {
  /** The file being read; empty if there is none. */
  name = $state('');
  /** Null before and while files are read. */
  loaded = $state.raw<Loaded | null>(null);

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly symbols: UserSymbols,
  ) {}

  async load(files: readonly File[]): Promise<void> {
    this.loaded = null;
    let all: Loaded = { added: 0, leftOut: [], refused: [] };
    for (const file of files) {
      this.name = file.name;
      all = await this.loadOne(file, all);
    }
    this.name = '';
    this.loaded = all;
  }

  private async loadOne(file: File, before: Loaded): Promise<Loaded> {
    try {
      const collected = await this.engine.call('collect', { file, limit: maxDrawings });
      const named = symbolsOf(correctionsOf(collected), collected.classes);
      if (named.length === 0) throw pageFailure('noStrokes');
      const { added, leftOut } = this.symbols.join(named);
      return {
        ...before,
        added: before.added + added,
        leftOut: [...new Set([...before.leftOut, ...leftOut])],
      };
    } catch (failure) {
      const problem = () => ({ name: file.name, problem: describeError(failure) });
      return { ...before, refused: [...before.refused, problem] };
    }
  }
}
