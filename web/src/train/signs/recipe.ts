import type { TrainingSettings } from '../../protocol/types';

/** What reads a few drawings best, among what the presets have. */
export const signsPreset = 'accurate';

const between = (min: number, max: number, value: number) =>
  Math.round(Math.max(min, Math.min(max, value)));

/**
 * How a few drawings are best trained on: small batches, so that there are many updates, and drawn anew in
 * each epoch. Scribbles and parts of signs beside them teach what is none. A few thousand images take seconds.
 */
export function signsRecipe(drawings: number): Partial<TrainingSettings> {
  const negatives = between(100, 2000, drawings / 2);
  return {
    epochs: between(15, 60, 18_000 / (drawings + negatives)),
    batch: 64,
    augment: true,
    validation: 0.1,
    keep: 'last', // so few are held out that the best epoch is one by chance
    negatives,
  };
}
