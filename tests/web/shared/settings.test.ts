import { describe, expect, test } from 'vitest';
import { faultOf, settingsFrom, valid } from '#web/shared/settings';
import { settings } from '../double';

test('the defaults may start', () => {
  expect(valid(settings)).toBe(true);
});

test.each([
  ['an emptied field', { epochs: Number.NaN }],
  ['half an epoch', { epochs: 1.5 }],
  ['no epoch', { epochs: 0 }],
  ['a batch beyond the range', { batch: 1025 }],
  ['more than half held out', { validation: 0.6 }],
  ['a rate of nothing', { learning_rate: 0 }],
  ['a decay above 1', { weight_decay: 1.5 }],
  ['smoothing of everything', { label_smoothing: 1 }],
  ['an average that never moves', { average: 1 }],
  ['a negative seed', { seed: -1 }],
  ['no preset', { preset: '' }],
  ['an optimiser that there is not', { optimiser: 'sgd' }],
  ['a schedule that there is not', { schedule: 'steps' }],
])('%s may not', (_, changes) => {
  expect(valid({ ...settings, ...changes })).toBe(false);
});

test('patience goes with images held out and the best weights', () => {
  const patient = { ...settings, patience: 3 };
  expect(faultOf(patient)).toBe(null);
  expect(faultOf({ ...patient, validation: 0 })).toBe('patienceHeldOut');
  expect(faultOf({ ...patient, keep: 'last' })).toBe('patienceKeepsBest');
});

describe('settings that were kept', () => {
  test('come back as they were, without what does not belong to them', () => {
    const kept = JSON.parse(JSON.stringify({ ...settings, colour: 'red' }));
    expect(settingsFrom(kept)).toEqual(settings);
  });

  test('by a version that knew no negatives have none', () => {
    const { negatives: _, ...kept } = { ...settings, negatives: 5 };
    expect(settingsFrom(kept)).toEqual({ ...settings, negatives: 0 });
  });

  test('of an earlier version have what it did not know as it was then', () => {
    const { balance: _, ...before } = settings;
    expect(settingsFrom(before)).toEqual(settings);
  });

  test.each([
    ['nothing', null],
    ['a word', 'fast'],
    ['one missing', { ...settings, schedule: undefined }],
    ['a number as text', { ...settings, epochs: '3' }],
    ['a number out of its range', { ...settings, epochs: 0 }],
  ])('are none where there is %s', (_, kept) => {
    expect(settingsFrom(kept)).toBe(null);
  });
});
