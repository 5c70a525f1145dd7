import type { ModelInUse, Origin } from '../model/model.svelte';
import type { TrainingOutcome } from '../protocol/calls';
import { validationAccuracy } from './validation';

/** The model that predicts a test file, with what the page shows of it. */
export interface TestModel {
  model: Uint8Array;
  title: string;
  origin: Origin;
  accuracy: number; // no number of 0 or more where it was not measured
}

/** The network just trained; before there is one, the model in use. Null where there is neither. */
export function testModelOf(
  trained: { outcome: TrainingOutcome; title: string } | null,
  { bytes, origin, summary }: Pick<ModelInUse, 'bytes' | 'origin' | 'summary'>,
): TestModel | null {
  if (trained) {
    const { outcome, title } = trained;
    const accuracy = validationAccuracy(null, outcome);
    return { model: outcome.model, title, origin: 'trained', accuracy };
  }
  if (!bytes || !summary) return null;
  return { model: bytes, title: summary.title, origin, accuracy: summary.accuracy };
}
