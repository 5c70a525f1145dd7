import { messages } from '../messages';
import type { ModelSummary } from '../protocol/types';

/** Describes a model by its size and, if measured, its accuracy. */
export function factsOf({ weights, accuracy }: ModelSummary): string {
  const measured = accuracy >= 0;
  return measured
    ? messages.model.measuredFacts({ weights, accuracy })
    : messages.model.facts({ weights });
}
