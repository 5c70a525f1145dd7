import { expect, test } from 'vitest';
import { leastCertain } from '#web/worker/handlers/leastCertain';

test('returns the least certain predictions first, up to the limit', () => {
  const confidence = Float32Array.of(0.9, 0.3, 1, 0.3, 0.5);
  expect([...leastCertain(confidence, 3)]).toEqual([1, 3, 4]);
  expect([...leastCertain(confidence, 9)]).toEqual([1, 3, 4, 0, 2]);
  expect([...leastCertain(new Float32Array(), 3)]).toEqual([]);
});
