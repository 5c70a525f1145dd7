import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import { EngineFailure } from '#web/protocol/failure';
import type { TimedProgress } from '#web/protocol/runs';
import type { Training } from '#web/protocol/types';
import { Dataset } from '#web/train/data/dataset.svelte';
import { Network } from '#web/train/network/network.svelte';
import { Crashes } from '#web/train/run/crashes';
import { Run } from '#web/train/run/run.svelte';
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
  newestCheckpoint,
} from '#web/worker/checkpoints/checkpointFile';
import { CheckpointWriter } from '#web/worker/checkpoints/checkpointWriter';
import {
  chosen,
  FakeStore,
  fakeEngine,
  fakeWorker,
  fileOf,
  living,
  settings,
  training,
} from '../../fakeEngine';

const progressAt = (epoch: number, step = 0): TimedProgress => ({
  ...{ state: 'training', epoch, epochs: 9, step, steps: 3, images_seen: 5 },
  ...{ learning_rate: 0.1, rate_scale: 1, batch_loss: 1, batch_accuracy: 0.5 },
  ...{ training_loss: 1, training_accuracy: 0.5 },
  ...{ validation_loss: Number.NaN, validation_accuracy: Number.NaN },
  ...{ best_epoch: 0, elapsed_ms: 7 },
});

const checkpoint = (generation: number): Checkpoint => ({
  generation,
  info: training(),
  history: { progress: [progressAt(generation)], elapsed_ms: 5 },
  state: Uint8Array.of(1, 2, generation),
});

/** Writes a version 1 file byte by byte: same layout, other field names. */
function fileOfVersion1(): Uint8Array {
  const progress = [{ ...progressAt(3), validation_loss: null }];
  const about = training();
  const json = JSON.stringify({ generation: 3, about, story: { told: progress, elapsed_ms: 5 } });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(json));
  const rest = Buffer.concat([length, Buffer.from(json), Buffer.from([1, 2, 3])]);
  const hash = createHash('sha256').update(rest).digest();
  return new Uint8Array(Buffer.concat([Buffer.from('inkling1'), hash, rest]));
}

describe('a checkpoint', () => {
  test('is read from a version 1 file', async () => {
    expect(await decodeCheckpoint(fileOfVersion1())).toEqual(checkpoint(3));
  });

  test('of version 1 is rejected with a byte changed', async () => {
    const file = fileOfVersion1();
    file[60] = (file[60] ?? 0) ^ 1;
    expect(await decodeCheckpoint(file)).toBe(null);
  });

  test('is read back unchanged, including NaN', async () => {
    expect(await decodeCheckpoint(await encodeCheckpoint(checkpoint(3)))).toEqual(checkpoint(3));
  });

  test('is rejected if another version of the page has other settings', async () => {
    const other = { ...settings, optimiser: 'guess' };
    const info = { ...training(), settings: other };
    expect(await decodeCheckpoint(await encodeCheckpoint({ ...checkpoint(3), info }))).toBe(null);
  });

  test.each([
    ['its history', { history: undefined }],
    ['any progress', { history: { progress: [], elapsed_ms: 5 } }],
    ['a complete progress', { history: { progress: [{ epoch: 1 }], elapsed_ms: 5 } }],
    ['its run info', { info: undefined }],
    ['the name of its data', { info: { ...training(), data: undefined } }],
    ['its number', { generation: undefined }],
  ])('is rejected without %s', async (_, changes) => {
    const incomplete = { ...checkpoint(3), ...changes } as unknown as Checkpoint;
    expect(await decodeCheckpoint(await encodeCheckpoint(incomplete))).toBe(null);
  });

  test('saved without HTTPS opens with it, and the other way round', async () => {
    const safe = await encodeCheckpoint(checkpoint(3));
    vi.stubGlobal('crypto', {});
    const unsafe = await encodeCheckpoint(checkpoint(3));
    expect(await decodeCheckpoint(safe)).toEqual(checkpoint(3));
    vi.unstubAllGlobals();
    expect(await decodeCheckpoint(unsafe)).toEqual(checkpoint(3));
  });

  test('is rejected with any byte changed, or truncated anywhere', async () => {
    const file = await encodeCheckpoint(checkpoint(3));
    for (let at = 0; at < file.length; at += 3) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await decodeCheckpoint(changed)).toBe(null);
      expect(await decodeCheckpoint(file.slice(0, at))).toBe(null);
    }
  });

  test('is the newest intact one', async () => {
    const [one, two] = [
      await encodeCheckpoint(checkpoint(1)),
      await encodeCheckpoint(checkpoint(2)),
    ];
    expect((await newestCheckpoint([one, two]))?.generation).toBe(2);
    expect((await newestCheckpoint([one, two.slice(0, -1)]))?.generation).toBe(1);
    expect(await newestCheckpoint([null, null])).toBe(null);
  });
});

describe('saving', () => {
  const trained = { checkpoint: () => Uint8Array.of(1), data: () => Uint8Array.of(7) } as Training;
  let now: number;
  let store: FakeStore;
  let keeper: CheckpointWriter;
  beforeEach(() => {
    now = 0;
    store = new FakeStore();
    keeper = new CheckpointWriter(training(), store, null, false, () => now);
  });

  test('happens one second into a run, then after epochs, and every ten seconds in a long one', async () => {
    const dueAt = (ms: number, progress: TimedProgress) => {
      now = ms;
      return keeper.due(progress);
    };
    expect(dueAt(900, progressAt(1))).toBe(false);
    expect(dueAt(1000, progressAt(0, 1))).toBe(true);
    await keeper.save(trained, progressAt(0, 1));
    expect(dueAt(9000, progressAt(0, 2))).toBe(false);
    expect(dueAt(9001, progressAt(1))).toBe(true);
    expect(dueAt(11_000, progressAt(0, 2))).toBe(true);
    await keeper.save(trained, progressAt(1));
    expect(dueAt(11_900, progressAt(2))).toBe(false);
    expect(dueAt(12_000, progressAt(2))).toBe(true);
  });

  test('alternates between slots, next to the data', async () => {
    const saved = [];
    for (const epoch of [1, 2, 3]) saved.push(await keeper.save(trained, progressAt(epoch)));
    expect(saved.map(({ generation, problem }) => [generation, problem])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    expect([...store.files.keys()].sort()).toEqual(['one/data', 'one/slot-0', 'one/slot-1']);
    expect(
      (await decodeCheckpoint(store.files.get('one/slot-0') ?? new Uint8Array()))?.generation,
    ).toBe(2);
    expect(
      (await decodeCheckpoint(store.files.get('one/slot-1') ?? new Uint8Array()))?.generation,
    ).toBe(3);
  });

  test('returns the file if storage is full, and stores again once it can', async () => {
    store.view = 100;
    const full = await keeper.save(trained, progressAt(1));
    expect(full.problem).toBe('full');
    expect((await decodeCheckpoint(full.file ?? new Uint8Array()))?.generation).toBe(1);
    store.view = Number.POSITIVE_INFINITY;
    expect(await keeper.save(trained, progressAt(2))).toMatchObject({ problem: null, file: null });
  });

  test('takes at most a twentieth of the time', async () => {
    const slow = {
      ...trained,
      checkpoint: () => {
        now += 500;
        return new Uint8Array(1);
      },
    } as Training;
    await keeper.save(slow, progressAt(1));
    now += 9000;
    expect(keeper.due(progressAt(2))).toBe(false);
    now += 1000;
    expect(keeper.due(progressAt(2))).toBe(true);
  });
});

test('restarts a run after a crash, but not twice at one place, nor for ever', () => {
  const crashes = new Crashes();
  expect([0, 1, 1].map((generation) => crashes.mayRestart(generation))).toEqual([
    true,
    true,
    false,
  ]);
  const many = new Crashes();
  expect([1, 2, 3, 4, 5].map((generation) => many.mayRestart(generation))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

/** Opens a page with its workers, on a browser's storage. */
function openPage(store: FakeStore) {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const engine = new EngineClient<'training'>(() => {
    const worker = fakeWorker(fakeEngine, store);
    workers.push(worker);
    return worker;
  }, 'broken');
  const problems = new Problems();
  const data = new Dataset(engine, problems);
  const network = new Network(engine);
  network.settings = { ...settings };
  const run = new Run(engine, data, network, problems);
  const kill = () => {
    const worker = workers.at(-1);
    worker?.onerror?.call(worker as unknown as Worker, new Event('error') as ErrorEvent);
  };
  return { run, data, network, problems, kill, workers, engine };
}

/** Starts a run and pauses it at its first checkpoint. */
async function held({ run }: ReturnType<typeof openPage>): Promise<{ ended: Promise<void> }> {
  const ended = run.start();
  run.pauseOrResume();
  await vi.waitFor(() => expect(run.checkpoint?.generation).toBe(1));
  return { ended };
}

const rows = (run: Run) => run.history.map(({ epoch }) => epoch);

describe('a training', () => {
  let store: FakeStore;
  let page: ReturnType<typeof openPage>;
  beforeEach(async () => {
    living.handles = 0;
    store = new FakeStore();
    page = openPage(store);
    await page.data.choose([chosen([1, 2, 3], 'three.csv')]);
    page.network.settings.epochs = 40;
  });

  test('resumes after its worker was killed, with a continuous history', async () => {
    const { ended } = await held(page);
    page.kill();
    await vi.waitFor(() => expect(page.run.restarts).toBe(1));
    expect(page.run.state).toBe('paused');
    page.run.pauseOrResume();
    await ended;
    expect(page.run.state).toBe('finished');
    expect(page.problems.current).toBe(null);
    const course = rows(page.run);
    expect(course).toEqual([...course].sort((one, other) => one - other));
    const times = page.run.history.map(({ elapsed_ms }) => elapsed_ms);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(course).toEqual(expect.arrayContaining(Array.from({ length: 40 }, (_, at) => at + 1)));
  });

  test('killed before its first checkpoint starts again', async () => {
    const ended = page.run.start();
    page.kill();
    await ended;
    expect(page.run.state).toBe('finished');
    expect(page.run.restarts).toBe(1);
  });

  test('that crashes twice at one place stops, reports that, and is still offered', async () => {
    const { ended } = await held(page);
    page.run.pauseOrResume();
    vi.spyOn(page.engine, 'call').mockImplementation(async (name) => {
      if (name !== 'resume_training') return [] as never;
      page.kill();
      throw new EngineFailure('broken', 'broken');
    });
    page.kill();
    await ended;
    expect(page.run.state).toBe('failed');
    expect(page.problems.current?.unchanged).toBe(messages.checkpoints.brokeAgain);
  });

  test('resumes in another page, with its data, settings and history', async () => {
    await held(page);
    const before = rows(page.run);
    const next = openPage(store);
    await next.run.interrupted.refresh();
    const [one] = next.run.interrupted.all;
    expect(one?.info.data.name).toBe('three.csv');
    if (!one) return;
    await next.run.resume(one);
    expect(next.run.state).toBe('finished');
    expect(next.data.name).toBe('three.csv');
    expect(next.data.overview?.summary.images).toBe(3);
    expect(next.network.settings.epochs).toBe(40);
    expect(rows(next.run).slice(0, before.length)).toEqual(before);
    expect(next.run.progress?.epoch).toBe(40);
    expect(next.run.interrupted.all).toEqual([]);
    await vi.waitFor(() => expect(store.files.size).toBe(0));
  });

  test('resumes with the rate set during a pause, also in another page, and accepts another', async () => {
    const { ended } = await held(page);
    const before = rows(page.run);
    page.run.scaleRate(0.5);
    await vi.waitFor(() => expect(page.run.checkpoint?.generation).toBe(2));
    const next = openPage(store);
    await next.run.interrupted.refresh();
    const progress = next.run.interrupted.all[0]?.history.progress ?? [];
    expect(progress.at(-1)?.rate_scale).toBe(0.5);
    expect(progress).toHaveLength(before.length);
    page.kill();
    await vi.waitFor(() => expect(page.run.restarts).toBe(1));
    await vi.waitFor(() => expect(page.run.rateScale).toBe(0.5));
    page.run.scaleRate(0.25);
    page.run.pauseOrResume();
    await ended;
    expect(page.run.progress).toMatchObject({ state: 'finished', rate_scale: 0.25 });
  });

  test('that has finished isn’t offered', async () => {
    await page.run.start();
    await vi.waitFor(() => expect(store.files.size).toBe(0));
  });

  test('that is discarded is deleted', async () => {
    await held(page);
    const next = openPage(store);
    await next.run.interrupted.refresh();
    await next.run.interrupted.forget('nobody');
    expect(next.run.interrupted.all).toHaveLength(1);
    await next.run.interrupted.forget(next.run.interrupted.all[0]?.info.id ?? '');
    expect(store.files.size).toBe(0);
  });

  test('continues without storage, and resumes from the saved file', async () => {
    store.view = 2;
    const ended = page.run.start();
    page.run.pauseOrResume();
    await vi.waitFor(() => expect(page.run.checkpoint?.problem).toBe('full'));
    const saved = fileOf(page.run.checkpoint?.file ?? [], 'saved.checkpoint');
    page.kill();
    await vi.waitFor(() => expect(page.run.restarts).toBe(1));
    page.run.pauseOrResume();
    await ended;
    expect(page.run.state).toBe('finished');
    const next = openPage(new FakeStore());
    await next.data.choose([chosen([1, 2, 3], 'three.csv')]);
    await next.run.resumeFrom(saved);
    expect(next.run.progress).toMatchObject({ state: 'finished', epoch: 40 });
  });

  test('isn’t resumed from a damaged file', async () => {
    await page.run.resumeFrom(fileOf([...new TextEncoder().encode('inkling2'), 1, 2, 3]));
    expect(page.run.state).toBe('failed');
    expect(page.problems.current?.happened.text).toBe(messages.failures.noCheckpoint);
  });

  test('isn’t replaced by a model or another file', async () => {
    await page.run.start();
    const { history } = page.run;
    const model = [16, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode('{"__metadata__":')];
    for (const [file, problem] of [
      [model, messages.failures.modelNotCheckpoint],
      [[1, 2, 3], messages.failures.noCheckpoint],
    ] as const) {
      await page.run.resumeFrom(fileOf([...file]));
      expect(page.run.state).toBe('finished');
      expect(page.run.history).toBe(history);
      expect(page.problems.current?.happened.text).toBe(problem);
    }
  });
});
