import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import type { Interrupted } from '#web/protocol/calls';
import type { TimedProgress } from '#web/protocol/runs';
import { TestFile } from '#web/results/testFile.svelte';
import type { TestModel } from '#web/results/testModel';
import { digitNames } from '#web/shared/classes';
import { Dataset } from '#web/train/data/dataset.svelte';
import { Network } from '#web/train/network/network.svelte';
import { Run } from '#web/train/run/run.svelte';
import { encodeCheckpoint } from '#web/worker/checkpoints/checkpointFile';
import { deferred } from '../../deferred';
import { chosen, clientOfFake, FakeStore, fileOf, settings, training } from '../../fakeEngine';

let engine: EngineClient<'training'>;
let store: FakeStore;
let problems: Problems;
let data: Dataset;
let network: Network;
let run: Run;
beforeEach(async () => {
  store = new FakeStore();
  engine = clientOfFake(store);
  problems = new Problems();
  data = new Dataset(engine, problems);
  network = new Network(engine);
  network.settings = { ...settings };
  run = new Run(engine, data, network, problems);
  await data.choose([]);
});

/** Starts a run that reports something and can't end by itself, however fast the machine. */
async function startAndHold(): Promise<{ ended: Promise<void> }> {
  const ended = run.start();
  run.pauseOrResume();
  await vi.waitFor(() => expect(run.progress).not.toBe(null));
  return { ended };
}

describe('a run’s result', () => {
  test('is available when it ends, with its preset', async () => {
    const running = run.start();
    network.settings = { ...settings, preset: 'another' };
    await running;
    expect(run.state).toBe('finished');
    expect(run.result).toMatchObject({
      run: { settings: { preset: 'article' } },
      outcome: { stopped: false },
    });
    expect(run.outcome).toBe(run.result?.outcome);
  });

  test('stays until the next run has one, but isn’t taken for that run’s', async () => {
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

  test('stays if the next start is refused', async () => {
    await run.start();
    const before = run.result;
    network.settings.batch = 13; // the fake refuses it
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

test('scales the rate of the current run, but not of the next', async () => {
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

describe('a worker crash', () => {
  const trap = fileOf([66], 'trap.csv');
  const testModelOf: TestModel = {
    model: Uint8Array.of(7),
    title: 'Seven',
    origin: 'file',
    classes: digitNames,
    accuracy: -1,
  };

  test('on a test file keeps the data for training', async () => {
    const test = new TestFile(engine, problems);
    await test.predict(trap, testModelOf);
    expect(problems.current).toMatchObject({
      place: 'test',
      happened: { text: messages.failures.broken },
    });
    await vi.waitFor(() => expect(run.canStart).toBe(true));
    await run.start();
    expect(run.state).toBe('finished');
  });

  test('during training starts a new worker and resumes', async () => {
    const { ended } = await startAndHold();
    const test = new TestFile(engine, problems);
    await test.predict(trap, testModelOf);
    run.pauseOrResume();
    await ended;
    expect(run.state).toBe('finished');
    expect(run.restarts).toBe(1);
  });
});

/** Stores a run that was interrupted after one epoch. */
async function interruptedTraining(): Promise<Interrupted> {
  const info = training();
  const progress: TimedProgress = {
    ...{ state: 'training', epoch: 1, epochs: 2, step: 0, steps: 3, images_seen: 5 },
    ...{ learning_rate: 0.1, rate_scale: 1, batch_loss: 1, batch_accuracy: 0.5 },
    ...{ training_loss: 1, training_accuracy: 0.5, validation_loss: 1, validation_accuracy: 0.5 },
    ...{ best_epoch: 1, elapsed_ms: 5 },
  };
  const history = { progress: [progress], elapsed_ms: 5 };
  const state = Uint8Array.of(1, 0, 16);
  store.files.set('one/data', Uint8Array.of(1, 2, 3));
  store.files.set('one/slot-1', await encodeCheckpoint({ generation: 1, info, history, state }));
  return { info, history };
}

/** A file whose reading completes when `read` is called. */
/** Has a checkpoint's first bytes only. */
const brokenCheckpoint = () => fileOf(new TextEncoder().encode('inkling2'), 'broken.checkpoint');

function slowFile() {
  const { promise, resolve } = deferred<ArrayBuffer>();
  const file = brokenCheckpoint();
  file.arrayBuffer = () => promise;
  return { file, read: () => resolve(new ArrayBuffer(3)) };
}

const callsOf = (name: string) =>
  vi.mocked(engine.call).mock.calls.filter(([called]) => called === name).length;

describe('one run at a time:', () => {
  beforeEach(() => {
    vi.spyOn(engine, 'call');
  });

  test('an interrupted run is resumed only once, however often requested', async () => {
    const one = await interruptedTraining();
    await Promise.all([run.resume(one), run.resume(one)]);
    expect(run.state).toBe('finished');
    expect([callsOf('reopen_data'), callsOf('resume_training')]).toEqual([1, 1]);
  });

  test('none starts while a checkpoint is being read', async () => {
    const { file, read } = slowFile();
    const resumed = run.resumeFrom(file);
    await vi.waitFor(() => expect([run.state, run.canStart]).toEqual(['starting', false]));
    await run.start();
    read();
    await resumed;
    expect([callsOf('train'), callsOf('resume_training')]).toEqual([0, 1]);
  });

  test('none starts while other data are loading', async () => {
    const choosing = data.choose([]);
    expect(run.canStart).toBe(false);
    await run.start();
    await choosing;
    expect(callsOf('train')).toBe(0);
    expect(run.canStart).toBe(true);
  });
});

test('data can’t change while a run starts, with a message', async () => {
  const { file, read } = slowFile();
  const resumed = run.resumeFrom(file);
  await vi.waitFor(() => expect(run.state).toBe('starting'));
  await data.choose([chosen([1, 2], 'other.csv')]);
  expect(data.overview?.summary.images).toBe(4000);
  expect(problems.current?.happened.text).toBe(messages.failures.dataInUse);
  read();
  await resumed;
  await data.choose([chosen([1, 2], 'other.csv')]);
  expect(data.overview?.summary.images).toBe(2);
});

test('a stopping run accepts no other command, and stops even after a crash', async () => {
  network.settings.epochs = 1000;
  const { ended } = await startAndHold();
  vi.spyOn(engine, 'call');
  run.stop();
  expect(run.state).toBe('stopping');
  run.pauseOrResume();
  run.scaleRate(2);
  expect(callsOf('control_training')).toBe(1);
  engine.end(); // ends the worker before it has stopped
  await ended;
  expect(run.state).toBe('finished');
  expect(run.outcome?.stopped).toBe(true);
});

test('a late failure isn’t shown after another run has begun', async () => {
  const { promise: refreshed, resolve } = deferred<void>();
  vi.spyOn(run.interrupted, 'refresh').mockReturnValue(refreshed);
  const failed = run.resumeFrom(brokenCheckpoint());
  await vi.waitFor(() => expect(run.state).toBe('failed'));
  await run.start();
  resolve();
  await failed;
  expect(run.state).toBe('finished');
  expect(problems.current).toBe(null);
});
