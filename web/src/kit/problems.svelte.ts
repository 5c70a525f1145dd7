import { EngineFailure } from '../protocol/failure';
import { describeError, type ErrorText } from './describeError';

export type Place = 'data' | 'network' | 'run' | 'model' | 'test' | 'mistakes';

/** What happened, what stayed unchanged and what to do next, in this order. */
export interface Problem<Where = Place> {
  place: Where;
  happened: ErrorText;
  unchanged: string;
  advice: string;
}

/** A function is called again when the language changes. */
export type Text = string | (() => string);

const textOf = (text: Text) => (typeof text === 'string' ? text : text());

/** The latest problem, shown by a view. */
export class Problems<Where = Place> {
  private latest = $state.raw<(() => Problem<Where>) | null>(null);

  get current(): Problem<Where> | null {
    return this.latest?.() ?? null;
  }

  set current(problem: Problem<Where> | null) {
    this.latest = problem && (() => problem);
  }

  raise(place: Where, failure: unknown, unchanged: Text, advice: Text): void {
    if (failure instanceof EngineFailure && failure.kind === 'cancelled') return;
    this.latest = () => ({
      place,
      happened: describeError(failure),
      unchanged: textOf(unchanged),
      advice: textOf(advice),
    });
  }

  clear(): void {
    this.latest = null;
  }

  at(place: Where): Problem<Where> | null {
    const { current } = this;
    return current?.place === place ? current : null;
  }
}
