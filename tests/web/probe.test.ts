import { beforeEach, expect, test, vi } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { Probe, secondsPerEpoch } from '#web/train/network/speedTest.svelte';
import { clientOfDouble, living, settings } from './double';

let engine: EngineClient<'training'>;
let probe: Probe;
beforeEach(() => {
  living.handles = 0;
  engine = clientOfDouble();
  probe = new Probe(engine);
});

test('an epoch is the time to learn from some images and to read the rest', () => {
  const speed = { trained: 100, read: 1000 };
  expect(secondsPerEpoch(speed, 2000, 0.5)).toBe(11);
  expect(secondsPerEpoch({ trained: 100, read: Number.NaN }, 2000, 0)).toBe(20);
});

test('a speed is measured, and nothing lives of it', async () => {
  probe.measure(settings, 'dense 10', '');
  await vi.waitFor(() => expect(probe.speed?.trained).toBeGreaterThan(0), { timeout: 5000 });
  await vi.waitFor(() => expect(living.handles).toBe(0));
});

test('another network is measured anew, the same one not', async () => {
  const call = vi.spyOn(engine, 'call');
  probe.measure(settings, 'dense 10', '');
  await vi.waitFor(() => expect(probe.speed).not.toBe(null), { timeout: 5000 });
  probe.measure({ ...settings, epochs: 9, seed: 3 }, 'dense 10', '');
  expect(probe.speed).not.toBe(null);
  expect(call).toHaveBeenCalledTimes(1);
  probe.measure(settings, 'dense 20', '');
  expect(probe.speed).toBe(null);
});

test('what is cancelled gives way at once', async () => {
  probe.measure(settings, 'dense 10', '');
  await vi.waitFor(() => expect(engine.idle).toBe(false), { timeout: 5000 });
  probe.cancel();
  await vi.waitFor(() => expect(engine.idle).toBe(true), { timeout: 200 });
  expect(probe.speed).toBe(null);
});
