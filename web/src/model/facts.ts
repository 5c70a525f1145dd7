import { messages } from '../messages';
import type { ModelSummary } from '../protocol/types';

/** The size of a model and, where it was measured, its accuracy. */
export function factsOf({ weights, accuracy }: ModelSummary): string {
  const measured = accuracy >= 0;
  return measured
    ? messages.model.measuredFacts({ weights, accuracy })
    : messages.model.facts({ weights });
}
