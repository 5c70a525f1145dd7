import { EngineFailure } from '../engine/failure';
import { messages } from '../messages';

export type Place = 'data' | 'run' | 'model' | 'test';

/** What happened, what was kept, and what to do, in that order. */
export interface Problem {
  place: Place;
  happened: string;
  kept: string;
  advice: string;
}

/** The one problem of the training room that is shown: the last one. */
export class Problems {
  current = $state.raw<Problem | null>(null);

  raise(place: Place, failure: unknown, kept: string, advice: string): void {
    if (failure instanceof EngineFailure && failure.kind === 'cancelled') return;
    const known = failure instanceof EngineFailure;
    const happened = known ? failure.message : messages.engine.broken;
    this.current = { place, happened, kept, advice };
  }

  clear(): void {
    this.current = null;
  }

  at(place: Place): Problem | null {
    return this.current?.place === place ? this.current : null;
  }
}
