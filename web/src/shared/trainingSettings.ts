// The settings of a training. To add one: its range or choices and its default here, its entry in `addedLater`, and
// the places that the comment in core/train/Hyperparameters.h names.

import type { TrainingSettings } from '../protocol/types';
import { type Range, within } from './range';

/** The numeric settings. */
export type NumberSetting = {
  [Name in keyof TrainingSettings]: TrainingSettings[Name] extends number ? Name : never;
}[keyof TrainingSettings];

export const ranges: Record<NumberSetting, Range> = {
  epochs: { min: 1, max: 1000, whole: true },
  batch: { min: 1, max: 1024, whole: true },
  learning_rate: { min: 1e-6, max: 1, whole: false },
  weight_decay: { min: 0, max: 1, whole: false },
  label_smoothing: { min: 0, max: 0.9, whole: false },
  average: { min: 0, max: 0.9999, whole: false, nearOne: true },
  validation: { min: 0, max: 0.5, whole: false },
  negatives: { min: 0, max: 100_000, whole: true },
  patience: { min: 0, max: 1000, whole: true },
  seed: { min: 0, max: 2 ** 32 - 1, whole: true },
};

/** The settings with a few named values. The names are the engine's. */
export const choices = {
  optimiser: ['adamw', 'muon'],
  schedule: ['constant', 'one-cycle', 'cosine'],
  keep: ['best', 'last'],
} as const satisfies Partial<Record<keyof TrainingSettings, readonly string[]>>;

export type ChoiceSetting = keyof typeof choices;

export const placeholderSettings: TrainingSettings = {
  preset: '',
  architecture: '', // '' is the preset's
  epochs: 1,
  batch: 32,
  optimiser: 'adamw',
  schedule: 'constant',
  learning_rate: 0.001,
  weight_decay: 0,
  label_smoothing: 0,
  average: 0,
  augment: false,
  augmentation: '',
  validation: 0.2,
  negatives: 0,
  balance: false,
  keep: 'best',
  patience: 0,
  seed: 1,
};

const numbers = Object.keys(ranges) as NumberSetting[];
const chosen = Object.keys(choices) as ChoiceSetting[];

/** The first setting that is out of range or conflicts with another. */
export type Fault = keyof TrainingSettings | 'patienceHeldOut' | 'patienceKeepsBest';

export function faultOf(settings: TrainingSettings): Fault | null {
  const number = numbers.find((name) => !within(settings[name], ranges[name]));
  if (number) return number;
  const choice = chosen.find(
    (name) => !(choices[name] as readonly string[]).includes(settings[name]),
  );
  if (choice) return choice;
  if (settings.patience === 0) return null;
  if (settings.validation === 0) return 'patienceHeldOut';
  return settings.keep === 'best' ? null : 'patienceKeepsBest';
}

/** Whether training may start with these settings. Empty number fields are NaN. */
export function valid(settings: TrainingSettings): boolean {
  return settings.preset !== '' && faultOf(settings) === null;
}

/**
 * Settings that older versions didn't save. Add each new setting here, or all stored settings will be rejected.
 */
const addedLater = {
  negatives: placeholderSettings.negatives,
  balance: placeholderSettings.balance,
};

/** Validates untrusted settings. Null if one is missing, mistyped or invalid. */
export function settingsFrom(value: unknown): TrainingSettings | null {
  if (typeof value !== 'object' || value === null) return null;
  const given: Record<string, unknown> = { ...addedLater, ...value };
  const names = Object.keys(placeholderSettings) as (keyof TrainingSettings)[];
  if (names.some((name) => typeof given[name] !== typeof placeholderSettings[name])) return null;
  const settings = Object.fromEntries(names.map((name) => [name, given[name]]));
  return valid(settings as TrainingSettings) ? (settings as TrainingSettings) : null;
}
