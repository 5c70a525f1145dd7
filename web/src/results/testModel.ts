import type { ModelInUse } from '../model/model.svelte';
import { modelName } from '../model/modelLabel';
import type { Origin } from '../model/modelStore';
import type { ClassNames } from '../shared/classes';
import { type Result, validationAccuracy } from './validation';

/** The model that predicts a test file, with its details for display. */
export interface TestModel {
  model: Uint8Array;
  title: string;
  origin: Origin;
  classes: ClassNames; // of the model
  accuracy: number; // negative or NaN if unmeasured
}

/** Returns the network just trained, or else the model in use. Null if there is neither. */
export function testModelOf(
  trained: (Result & { title: string }) | null,
  { bytes, origin, label, summary }: Pick<ModelInUse, 'bytes' | 'origin' | 'label' | 'summary'>,
): TestModel | null {
  if (trained) {
    const { outcome, run, title } = trained;
    const accuracy = validationAccuracy(null, outcome);
    const { classes } = run.data;
    return { model: outcome.model, title, origin: 'trained', classes, accuracy };
  }
  if (!bytes || !summary) return null;
  const { classes, accuracy } = summary;
  return { model: bytes, title: modelName(label), origin, classes, accuracy };
}
