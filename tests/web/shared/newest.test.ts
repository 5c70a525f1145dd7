import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestOnly } from '#web/shared/newest';

test('however replies are delayed, runs one at a time and ends with the latest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 20 }), async (scheduler, inputs) => {
      let running = 0;
      const worked: number[] = [];
      const request = newestOnly<number>(async (input) => {
        running += 1;
        expect(running).toBe(1);
        await scheduler.schedule(Promise.resolve());
        running -= 1;
        worked.push(input);
      });
      scheduler.scheduleSequence(
        Array.from({ length: inputs }, (_, at) => async () => request(at)),
      );
      await scheduler.waitAll();
      await scheduler.waitIdle?.();
      expect(worked.at(-1)).toBe(inputs - 1);
      expect([...worked].sort((a, b) => a - b)).toEqual(worked);
    }),
  );
});

test('replaced inputs are dropped', async () => {
  const worked: number[] = [];
  const request = newestOnly<number>(async (input) => {
    await Promise.resolve();
    worked.push(input);
  });
  for (let input = 0; input < 5; input++) request(input);
  await new Promise((resolve) => setTimeout(resolve));
  expect(worked).toEqual([0, 4]);
});
