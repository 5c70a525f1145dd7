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

type InUse = Pick<ModelInUse, 'bytes' | 'origin' | 'label' | 'summary'>;

function inUse({ bytes, origin, label, summary }: InUse): TestModel | null {
  if (!bytes || !summary) return null;
  const { classes, accuracy } = summary;
  return { model: bytes, title: modelName(label), origin, classes, accuracy };
}

/** Returns the models to choose from: the network just trained, and the model in use if it is another one. */
export function testModelsOf(
  trained: (Result & { title: string }) | null,
  model: InUse,
): TestModel[] {
  const used = inUse(model);
  if (!trained) return used ? [used] : [];
  const { outcome, run, title } = trained;
  const accuracy = validationAccuracy(null, outcome);
  const { classes } = run.data;
  const own: TestModel = { model: outcome.model, title, origin: 'trained', classes, accuracy };
  return used && used.model !== own.model ? [own, used] : [own];
}
