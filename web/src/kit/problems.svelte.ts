import { EngineFailure } from '../protocol/failure';
import { describeError, type ErrorText } from './describeError';

export type Place = 'data' | 'network' | 'run' | 'model' | 'test' | 'mistakes';

/** What happened, what was kept, and what to do, in that order. */
export interface Problem<Where = Place> {
  place: Where;
  happened: ErrorText;
  unchanged: string;
  advice: string;
}

/** The one problem of a room that is shown: the last one. */
export class Problems<Where = Place> {
  current = $state.raw<Problem<Where> | null>(null);

  raise(place: Where, failure: unknown, unchanged: string, advice: string): void {
    if (failure instanceof EngineFailure && failure.kind === 'cancelled') return;
    this.current = { place, happened: describeError(failure), unchanged, advice };
  }

  clear(): void {
    this.current = null;
  }

  at(place: Where): Problem<Where> | null {
    return this.current?.place === place ? this.current : null;
  }
}
