import { expect, test } from 'vitest';
import type { Progress } from '#web/protocol/types';
import { fractionDone, Speedometer, Stopwatch, timeLeftMs } from '#web/shared/timing';
import { Pace, throttle } from '#web/worker/pace';

const at = (epoch: number, step: number) =>
  ({ state: 'training', epoch, epochs: 4, step, steps: 10 }) as Progress;

test('the completed share counts whole epochs and part of the current one', () => {
  expect(fractionDone(at(1, 5))).toBeCloseTo(0.375);
  expect(fractionDone({ ...at(4, 0), state: 'finished' })).toBe(1);
});

test('a quarter done in ten seconds leaves thirty', () => {
  expect(timeLeftMs(at(1, 0), 10_000)).toBeCloseTo(30_000);
});

test('gives no estimate at the very start', () => {
  expect(timeLeftMs(at(0, 0), 10_000)).toBe(null);
  expect(timeLeftMs(at(0, 1), 100)).toBe(null);
});

test('pauses don’t count', () => {
  let now = 0;
  const watch = new Stopwatch(() => now);
  watch.run();
  now = 1000;
  watch.pause();
  now = 9000;
  watch.run();
  now = 9500;
  expect(watch.elapsedMs).toBe(1500);
});

test('the speed is that of the last seconds, not of the whole run', () => {
  const speedometer = new Speedometer(1000);
  speedometer.add(0, 0);
  speedometer.add(1000, 100);
  speedometer.add(2000, 1100);
  expect(speedometer.add(2500, 1600)).toBeCloseTo(1000);
});

test('a throttle passes ten reports per second', () => {
  let now = 0;
  const due = throttle(10, () => now);
  let reports = 0;
  for (now = 0; now < 1000; now += 5) if (due()) reports += 1;
  expect(reports).toBe(10);
});

test('a pace finds how many pieces take 30 ms, and adapts when they slow down', () => {
  const pace = new Pace();
  const took = (msEach: number) => {
    for (let slice = 0; slice < 10; slice++) pace.record(pace.pieces * msEach);
  };
  expect(pace.pieces).toBe(1);
  took(1.5);
  expect(pace.pieces).toBe(20);
  took(10);
  expect(pace.pieces).toBe(3);
  took(100);
  expect(pace.pieces).toBe(1);
});

test('a pace at most doubles, even if no time passed', () => {
  const pace = new Pace();
  pace.record(0);
  expect(pace.pieces).toBe(2);
  pace.record(0.001);
  expect(pace.pieces).toBe(4);
});
