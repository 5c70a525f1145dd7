import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '#web/engine/client';
import type { EngineName, Ink, Share } from '#web/protocol/calls';
import { digitNames } from '#web/shared/classes';
import { buffersOf } from '#web/worker/serve';
import { chosen, clientOfFake, fakeWorker, fileOf, living, only, training } from '../fakeEngine';

const ink: Ink = { points: Float32Array.of(1, 2), stroke_lengths: Uint32Array.of(1) };

let client: EngineClient<EngineName>;
beforeEach(() => {
  living.handles = 0;
  client = clientOfFake();
});

describe('calls', () => {
  test('a reply reaches its caller', async () => {
    await client.call('load_model', Uint8Array.of(7));
    const [one, two] = await Promise.all([
      client.call('read', ink),
      client.call('read', { ...ink, stroke_lengths: Uint32Array.of(1, 1) }),
    ]);
    expect([one.text, two.text]).toEqual(['1', '2']);
  });

  test('a refusal has the engine’s sentence', async () => {
    const refusal = client.call('import_data', only(chosen([1, 13])));
    await expect(refusal).rejects.toMatchObject({
      kind: 'engine',
      message: 'row 1: 13 is unlucky',
    });
  });

  test('an argument that can’t be cloned is refused and forgotten', async () => {
    await client.call('describe', null);
    const unsendable = client.call('load_model', (() => {}) as never);
    await expect(unsendable).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(client.idle).toBe(true);
    expect(await client.call('describe', null)).toBeDefined();
  });

  test('a reply’s arrays are transferred, each buffer once', () => {
    const buffer = new ArrayBuffer(8);
    const reply = { a: new Uint8Array(buffer), b: new Uint8Array(buffer), c: 'no array' };
    expect(buffersOf(reply)).toEqual([buffer]);
    expect(buffersOf(null)).toEqual([]);
  });
});

describe('a worker that crashes', () => {
  test('rejects all pending calls, and the next call starts a new one', async () => {
    const workers: ReturnType<typeof fakeWorker>[] = [];
    client = new EngineClient(() => {
      const worker = fakeWorker();
      workers.push(worker);
      return worker;
    }, 'broken');
    await client.call('make_sample', { images: 4, seed: 1 });
    const endless = client.call('train', training({ epochs: 1e9 }));
    const trapped = client.call('import_data', only(chosen([66])));
    await expect(trapped).rejects.toMatchObject({ kind: 'broken', message: 'broken' });
    await expect(endless).rejects.toMatchObject({ kind: 'broken' });
    expect(workers[0]?.running).toBe(false);
    await client.call('load_model', Uint8Array.of(7));
    expect(workers).toHaveLength(2);
  });

  test('a worker that can’t start is reported and discarded', async () => {
    let starts = 0;
    client = new EngineClient(() => {
      starts += 1;
      if (starts > 1) return fakeWorker();
      const worker = fakeWorker();
      worker.postMessage = () =>
        queueMicrotask(() =>
          worker.onerror?.call(worker as unknown as Worker, new Event('error') as ErrorEvent),
        );
      return worker;
    }, 'broken');
    await expect(client.call('describe', null)).rejects.toMatchObject({ kind: 'broken' });
    expect((await client.call('describe', null)).presets).toEqual([]);
  });
});

test('ending a worker rejects pending calls, and the next call starts a new one', async () => {
  const waiting = client.call('load_model', Uint8Array.of(7));
  client.end();
  await expect(waiting).rejects.toMatchObject({ kind: 'broken' });
  expect((await client.call('describe', null)).presets).toEqual([]);
});

describe('the model in use', () => {
  test('stays if a new one is refused', async () => {
    await client.call('load_model', Uint8Array.of(7));
    await expect(client.call('load_model', Uint8Array.of(13))).rejects.toMatchObject({
      kind: 'engine',
    });
    expect((await client.call('read', ink)).text).toBe('1');
    expect(living.handles).toBe(1);
  });
});

describe('data', () => {
  test('only one dataset is alive, however many were read or refused', async () => {
    await client.call('import_data', only(chosen([1, 2, 3])));
    await expect(client.call('import_data', only(chosen([13])))).rejects.toThrow('unlucky');
    await expect(client.call('import_data', only(chosen([])))).rejects.toThrow('empty');
    const overview = await client.call('import_data', only(chosen([4, 5])));
    expect(overview.summary.images).toBe(2);
    expect([...overview.labels]).toEqual([4, 5]);
    expect(living.handles).toBe(1);
  });

  test('cancelling an import keeps the previous data', async () => {
    await client.call('make_sample', { images: 3, seed: 1 });
    const canceller = new AbortController();
    const file = only(chosen(new Uint8Array(1_000_000)));
    const cancelled = client.call('import_data', file, { signal: canceller.signal });
    canceller.abort();
    await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' });
    expect(living.handles).toBe(1);
  });
});

describe('several files', () => {
  test('are read in order, with progress over all of them', async () => {
    const shares: Share[] = [];
    const sources = [chosen([1, 2], 'a.csv'), chosen([3], 'b.csv')];
    const overview = await client.call('import_data', only(...sources), {
      report: (share) => shares.push(share),
    });
    expect([...overview.labels]).toEqual([1, 2, 3]);
    expect(shares.every(({ total }) => total === 3)).toBe(true);
  });

  test('a bad one is named, and none is kept', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    const refused = client.call('import_data', only(chosen([1], 'a.csv'), chosen([13], 'b.csv')));
    await expect(refused).rejects.toMatchObject({ kind: 'engine', about: 'b.csv' });
    expect(living.handles).toBe(1);
  });

  test('are appended to the data, or leave them unchanged', async () => {
    await client.call('import_data', only(chosen([1, 2])));
    const more = { ...only(chosen([3])), add: true };
    expect([...(await client.call('import_data', more)).labels]).toEqual([1, 2, 3]);
    const unfit = { ...only(chosen([99])), add: true };
    await expect(client.call('import_data', unfit)).rejects.toThrow('keeps to itself');
    const none = { ...only(chosen([4])), add: true };
    expect((await client.call('import_data', none)).summary.images).toBe(4);
    expect(living.handles).toBe(1);
  });

  test('drawings are included', async () => {
    const drawings = {
      images: new Uint8Array(1568),
      labels: Uint8Array.of(7, 8),
      points: new Float32Array(0),
      stroke_lengths: new Uint32Array(0),
      stroke_counts: new Uint32Array(2),
    };
    const sources = [chosen([1]), { path: 'Your corrections', drawings, classes: digitNames }];
    expect([...(await client.call('import_data', only(...sources))).labels]).toEqual([1, 7, 8]);
  });
});

describe('training', () => {
  test('reports every epoch, and afterwards only data and run are alive', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    const epochs: number[] = [];
    const outcome = await client.call('train', training(), {
      report: ({ progress }) => epochs.push(...progress.map(({ epoch }) => epoch)),
    });
    expect(epochs).toEqual(expect.arrayContaining([1, 2]));
    expect(outcome).toMatchObject({ stopped: false, progress: { state: 'finished', epoch: 2 } });
    expect([...outcome.model]).toEqual([42]);
    expect(living.handles).toBe(2);
    await client.call('train', training());
    expect(living.handles).toBe(2);
  });

  test('epochs faster than the page can draw share reports, without losing any', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    const reported: number[][] = [];
    const started = performance.now();
    await client.call('train', training({ epochs: 500 }), {
      report: ({ progress }) => reported.push(progress.map(({ epoch }) => epoch)),
    });
    const tenthsOfSeconds = (performance.now() - started) / 100;
    expect(reported.length).toBeLessThanOrEqual(tenthsOfSeconds + 2);
    const every = Array.from({ length: 500 }, (_, at) => at + 1);
    expect(reported.flat()).toEqual(expect.arrayContaining(every));
  });

  test('a rate out of range is refused, and the run continues', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    const outcome = client.call('train', training({ epochs: 200 }));
    await expect(client.call('control_training', { rateScale: 1e6 })).rejects.toMatchObject({
      kind: 'engine',
    });
    expect((await outcome).progress).toMatchObject({ state: 'finished', rate_scale: 1 });
  });

  test('scaling the rate without a run has no effect', async () => {
    expect(await client.call('control_training', { rateScale: 1e6 })).toBe(null);
  });

  test('is refused without data', async () => {
    await expect(client.call('train', training())).rejects.toMatchObject({ kind: 'page' });
    expect(living.handles).toBe(0);
  });

  test('reports the engine’s refusal to start', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    const refused = client.call('train', training({ batch: 5000 }));
    await expect(refused).rejects.toThrow('1,024');
    expect(living.handles).toBe(1);
  });

  test('pauses, and stops with the model so far', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    let reports = 0;
    const outcome = client.call('train', training({ epochs: 1e9 }), {
      report: ({ progress }) => {
        reports += progress.length > 0 ? 1 : 0; // a checkpoint's outcome is reported later
      },
    });
    await client.call('control_training', 'pause');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = reports;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reports).toBe(before);
    await client.call('control_training', 'resume');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(reports).toBeGreaterThan(before);
    await client.call('control_training', 'stop');
    expect(await outcome).toMatchObject({ stopped: true });
    expect(living.handles).toBe(2);
  });

  test('a paused run can be stopped', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    const outcome = client.call('train', training({ epochs: 1e9 }));
    await client.call('control_training', 'pause');
    await client.call('control_training', 'stop');
    expect(await outcome).toMatchObject({ stopped: true });
  });
});

describe('a run’s reports', () => {
  test('have times without pauses, and one snapshot per reported epoch', async () => {
    await client.call('make_sample', { images: 4, seed: 1 });
    const times: number[] = [];
    let glances = 0;
    const outcome = client.call('train', training({ epochs: 1e9 }), {
      report: ({ progress, snapshot }) => {
        times.push(...progress.map(({ elapsed_ms }) => elapsed_ms));
        glances += snapshot ? 1 : 0;
      },
    });
    await vi.waitFor(() => expect(glances).toBeGreaterThan(0));
    await client.call('control_training', 'pause');
    await new Promise((resolve) => setTimeout(resolve, 50)); // pending messages have arrived
    const before = times.at(-1) ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await client.call('control_training', 'resume');
    await client.call('control_training', 'pause');
    await vi.waitFor(() => expect(times.at(-1)).toBeGreaterThan(before));
    expect((times.at(-1) ?? 0) - before).toBeLessThan(250);
    await client.call('control_training', 'stop');
    await outcome;
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

describe('scores of rows', () => {
  const bytes = Uint8Array.from({ length: 600 }, (_, at) => at % 10);

  test('come for the last outcome’s rows, which keep their data', async () => {
    await client.call('import_data', only(chosen(bytes)));
    const { answers } = await client.call('train', training());
    const scores = await client.call('score_validation', Uint8Array.of(8));
    expect(scores.rows).toEqual(answers.rows); // of many slices
    expect([...scores.labels]).toEqual([...bytes]);
    expect(new Set(scores.predicted)).toEqual(new Set([8]));
    const { images } = await client.call('trained_images', Uint32Array.of(5, 6));
    expect(images).toHaveLength(2 * 784);
    expect(images[0]).toBe(5);
  });

  test('are rejected before a run, and belong to the last of several', async () => {
    await expect(client.call('score_validation', Uint8Array.of(7))).rejects.toThrow('noRun');
    await expect(client.call('trained_images', Uint32Array.of(1))).rejects.toThrow('noRun');
    await client.call('import_data', only(chosen(bytes)));
    await client.call('train', training());
    const { model } = await client.call('train', training());
    expect((await client.call('score_validation', model)).rows).toHaveLength(600);
  });
});

describe('predictions', () => {
  test('a large test file is predicted completely, and nothing stays alive', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 10);
    const predictions = await client.call('predict', {
      model: Uint8Array.of(7),
      classes: digitNames,
      file: fileOf(bytes),
      adjustments: [],
    });
    expect([...predictions.labels]).toEqual([...bytes]);
    expect(predictions.submission).toMatch(/^ImageId,Label\r\n0\r\n1/);
    expect(living.handles).toBe(0);
  });

  test('a refused test file frees everything', async () => {
    const model = Uint8Array.of(7);
    const request = { model, classes: digitNames, file: fileOf([13]), adjustments: [] };
    const refused = client.call('predict', request);
    await expect(refused).rejects.toThrow('unlucky');
    expect(living.handles).toBe(0);
  });
});
