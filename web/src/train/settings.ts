import type { TrainingSettings } from '../engine/types';

type Numeric = 'epochs' | 'batch' | 'learning_rate' | 'validation' | 'seed';

interface Range {
  least: number;
  most: number;
  whole: boolean;
}

export const ranges: Record<Numeric, Range> = {
  epochs: { least: 1, most: 1000, whole: true },
  batch: { least: 1, most: 1024, whole: true },
  learning_rate: { least: 1e-6, most: 1, whole: false },
  validation: { least: 0, most: 0.5, whole: false },
  seed: { least: 0, most: 2 ** 32 - 1, whole: true },
};

function within(value: unknown, { least, most, whole }: Range): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= least && value <= most && (!whole || Number.isInteger(value));
}

/** Whether training may start with these; an emptied field holds no number. */
export function valid(settings: TrainingSettings): boolean {
  const names = Object.keys(ranges) as Numeric[];
  return settings.preset !== '' && names.every((name) => within(settings[name], ranges[name]));
}
