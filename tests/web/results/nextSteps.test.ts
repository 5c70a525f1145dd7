import { expect, test } from 'vitest';
import { iconOf } from '#web/results/nextSteps';

test('only mistakes are marked by a warning', () => {
  expect(iconOf('mistakes', false)).toBe('alert');
  expect(iconOf('mistakes', true)).not.toBe('alert');
});
