import { expect, test } from 'vitest';
import { valid } from '#web/train/settings';
import { settings } from './double';

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
  ['a negative seed', { seed: -1 }],
  ['no preset', { preset: '' }],
])('%s may not', (_, changes) => {
  expect(valid({ ...settings, ...changes })).toBe(false);
});
