import { beforeEach, expect, test, vi } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { SpeedTest, secondsPerEpoch } from '#web/train/network/speedTest.svelte';
import { clientOfFake, living, settings } from '../../fakeEngine';

let engine: EngineClient<'training'>;
let speedTest: SpeedTest;
beforeEach(() => {
  living.handles = 0;
  engine = clientOfFake();
  speedTest = new SpeedTest(engine);
});

test('an epoch takes the time to train on some images and read the rest', () => {
  const speed = { trained: 100, read: 1000 };
  expect(secondsPerEpoch(speed, 2000, 0.5)).toBe(11);
  expect(secondsPerEpoch({ trained: 100, read: Number.NaN }, 2000, 0)).toBe(20);
});

test('measures a speed, and frees everything', async () => {
  speedTest.measure(settings, 'dense 10', '');
  await vi.waitFor(() => expect(speedTest.speed?.trained).toBeGreaterThan(0), { timeout: 5000 });
  await vi.waitFor(() => expect(living.handles).toBe(0));
});

test('measures another network again, but not the same one', async () => {
  const call = vi.spyOn(engine, 'call');
  speedTest.measure(settings, 'dense 10', '');
  await vi.waitFor(() => expect(speedTest.speed).not.toBe(null), { timeout: 5000 });
  speedTest.measure({ ...settings, epochs: 9, seed: 3 }, 'dense 10', '');
  expect(speedTest.speed).not.toBe(null);
  expect(call).toHaveBeenCalledTimes(1);
  speedTest.measure(settings, 'dense 20', '');
  expect(speedTest.speed).toBe(null);
});

test('cancelling stops at once', async () => {
  speedTest.measure(settings, 'dense 10', '');
  await vi.waitFor(() => expect(engine.idle).toBe(false), { timeout: 5000 });
  speedTest.cancel();
  await vi.waitFor(() => expect(engine.idle).toBe(true), { timeout: 200 });
  expect(speedTest.speed).toBe(null);
});
