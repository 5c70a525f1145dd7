import type { TrainingSettings } from '../../protocol/types';

/** The preset that reads best after a few drawings. */
export const symbolsPreset = 'accurate';

const between = (min: number, max: number, value: number) =>
  Math.round(Math.max(min, Math.min(max, value)));

/**
 * Returns the settings for a few drawings: small batches for many updates, and fresh augmentation in each epoch.
 * Scribbles and parts of symbols teach the model to reject. A few thousand images take seconds.
 */
export function symbolsRecipe(drawings: number): Partial<TrainingSettings> {
  const negatives = between(100, 2000, drawings / 2);
  return {
    epochs: between(15, 60, 18_000 / (drawings + negatives)),
    batch: 64,
    augment: true,
    validation: 0.1,
    keep: 'last', // with so few validation images, the best epoch would be chance
    negatives,
  };
}
