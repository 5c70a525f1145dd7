import { expect, test } from 'vitest';
import { stepped } from '#web/kit/numberStep';
import { type NumberSetting, ranges } from '#web/shared/trainingSettings';

test.each<[NumberSetting, number, number, number]>([
  ['learning_rate', 0.001, 0.0011, 0.0009],
  ['learning_rate', 0.0042, 0.0043, 0.0041],
  ['learning_rate', 1, 1, 0.9],
  ['learning_rate', 1e-6, 1.1e-6, 1e-6], // not below the minimum
  ['learning_rate', 0.0099, 0.01, 0.0098],
  ['validation', 0.2, 0.21, 0.19],
  ['weight_decay', 0, 0.01, 0],
  ['average', 0.999, 0.9991, 0.9989],
  ['average', 0.9999, 0.9999, 0.99989],
  ['learning_rate', Number.NaN, 1.1e-6, 1e-6], // an empty field
])('%s steps from %d up to %d and down to %d', (name, from, up, down) => {
  expect(stepped(from, ranges[name], 1)).toBe(up);
  expect(stepped(from, ranges[name], -1)).toBe(down);
});
