import { describe, expect, test } from 'vitest';
import { faultOf, settingsFrom, valid } from '#web/shared/trainingSettings';
import { settings } from '../fakeEngine';

test('the defaults are valid', () => {
  expect(valid(settings)).toBe(true);
});

test.each([
  ['an empty field', { epochs: Number.NaN }],
  ['half an epoch', { epochs: 1.5 }],
  ['no epoch', { epochs: 0 }],
  ['a batch beyond the range', { batch: 1025 }],
  ['more than half for validation', { validation: 0.6 }],
  ['a rate of 0', { learning_rate: 0 }],
  ['a decay above 1', { weight_decay: 1.5 }],
  ['label smoothing of 1', { label_smoothing: 1 }],
  ['an average decay of 1', { average: 1 }],
  ['a negative seed', { seed: -1 }],
  ['no preset', { preset: '' }],
  ['an unknown optimiser', { optimiser: 'sgd' }],
  ['an unknown schedule', { schedule: 'steps' }],
])('%s is invalid', (_, changes) => {
  expect(valid({ ...settings, ...changes })).toBe(false);
});

test('patience requires validation and the best weights', () => {
  const patient = { ...settings, patience: 3 };
  expect(faultOf(patient)).toBe(null);
  expect(faultOf({ ...patient, validation: 0 })).toBe('patienceHeldOut');
  expect(faultOf({ ...patient, keep: 'last' })).toBe('patienceKeepsBest');
});

describe('stored settings', () => {
  test('are restored, without unknown fields', () => {
    const stored = JSON.parse(JSON.stringify({ ...settings, colour: 'red' }));
    expect(settingsFrom(stored)).toEqual(settings);
  });

  test('from a version without negatives get none', () => {
    const { negatives: _, ...stored } = { ...settings, negatives: 5 };
    expect(settingsFrom(stored)).toEqual({ ...settings, negatives: 0 });
  });

  test('from an earlier version get the old behaviour for new fields', () => {
    const { balance: _, ...before } = settings;
    expect(settingsFrom(before)).toEqual(settings);
  });

  test.each([
    ['no value', null],
    ['a string', 'fast'],
    ['a missing setting', { ...settings, schedule: undefined }],
    ['a number as text', { ...settings, epochs: '3' }],
    ['a number out of range', { ...settings, epochs: 0 }],
  ])('are rejected with %s', (_, stored) => {
    expect(settingsFrom(stored)).toBe(null);
  });
});
