import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import { TestFile } from '#web/results/testFile.svelte';
import type { TestModel } from '#web/results/testModel';
import { Dataset } from '#web/train/data/dataset.svelte';
import { Network } from '#web/train/network/network.svelte';
import { Run } from '#web/train/run/run.svelte';
import { clientOfDouble, fileOf, settings } from '../../double';

let engine: EngineClient<'training'>;
let problems: Problems;
let network: Network;
let run: Run;
beforeEach(async () => {
  engine = clientOfDouble();
  problems = new Problems();
  const data = new Dataset(engine, problems);
  network = new Network(engine);
  network.settings = { ...settings };
  run = new Run(engine, data, network, problems);
  await data.choose([]);
});

/** Starts a run that has something to show and cannot end by itself, however fast the machine. */
async function startAndHold(): Promise<{ ended: Promise<void> }> {
  const ended = run.start();
  run.pauseOrResume();
  await vi.waitFor(() => expect(run.progress).not.toBe(null));
  return { ended };
}

describe('what came of a run', () => {
  test('is there when it has ended, with the preset that was trained', async () => {
    const running = run.start();
    network.settings = { ...settings, preset: 'another' };
    await running;
    expect(run.state).toBe('finished');
    expect(run.result).toMatchObject({
      settings: { preset: 'article' },
      outcome: { stopped: false },
    });
    expect(run.outcome).toBe(run.result?.outcome);
  });

  test('stays until the next run has something, but is not taken for its outcome', async () => {
    await run.start();
    const before = run.result;
    const { ended } = await startAndHold();
    expect(run.result).toBe(before);
    expect(run.outcome).toBe(null);
    run.stop();
    await ended;
    expect(run.result).not.toBe(before);
    expect(run.outcome).toBe(run.result?.outcome);
  });

  test('stays when the next start is refused', async () => {
    await run.start();
    const before = run.result;
    network.settings.batch = 13; // the double refuses it
    await run.start();
    expect(run.state).toBe('failed');
    expect(run.result).toBe(before);
    expect(run.outcome).toBe(null);
    expect(problems.current).toMatchObject({
      place: 'run',
      happened: { text: 'the batch is unlucky' },
    });
  });
});

test('the rate of a run is scaled while it goes on, and of the next one no more', async () => {
  run.scaleRate(2);
  expect(run.rateScale).toBe(1);
  const { ended } = await startAndHold();
  run.scaleRate(0.5);
  run.pauseOrResume();
  await ended;
  expect(run.rateScale).toBe(0.5);
  expect(run.progress).toMatchObject({
    rate_scale: 0.5,
    learning_rate: settings.learning_rate / 2,
  });
  const next = run.start();
  expect(run.rateScale).toBe(1);
  await next;
  expect(run.progress).toMatchObject({ rate_scale: 1 });
});

describe('a worker that breaks', () => {
  const trap = fileOf([66], 'trap.csv');
  const testModelOf: TestModel = {
    model: Uint8Array.of(7),
    title: 'Seven',
    origin: 'file',
    accuracy: -1,
  };

  test('over a test file leaves data that can be trained on', async () => {
    const test = new TestFile(engine, problems);
    await test.predict(trap, testModelOf);
    expect(problems.current).toMatchObject({
      place: 'test',
      happened: { text: messages.failures.broken },
    });
    expect(run.canStart).toBe(true);
    await run.start();
    expect(run.state).toBe('finished');
  });

  test('while it trains is replaced, and the training goes on', async () => {
    const { ended } = await startAndHold();
    const test = new TestFile(engine, problems);
    await test.predict(trap, testModelOf);
    run.pauseOrResume();
    await ended;
    expect(run.state).toBe('finished');
    expect(run.restarts).toBe(1);
  });
});
