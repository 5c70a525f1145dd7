import { EngineFailure } from '../protocol/failure';
import { describeError, type ErrorText } from './describeError';

export type Place = 'data' | 'network' | 'run' | 'model' | 'test' | 'mistakes';

/** What happened, what is unchanged, and what to do, in this order. */
export interface Problem<Where = Place> {
  place: Where;
  happened: ErrorText;
  unchanged: string;
  advice: string;
}

/** Holds the problem that a view shows: the latest. */
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
