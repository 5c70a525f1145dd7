import { beforeEach, expect, test, vi } from 'vitest';
import { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import { EngineFailure, pageFailure } from '#web/protocol/failure';
import { Dataset } from '#web/train/data/dataset.svelte';
import { chosen, clientOfFake, fakeEngine, fakeWorker, living } from '../../fakeEngine';

let engine: EngineClient<'training'>;
let data: Dataset;
let problems: Problems;
beforeEach(() => {
  living.handles = 0;
  problems = new Problems();
  engine = clientOfFake();
  data = new Dataset(engine, problems);
});

test('a bad file shows an error and keeps the good data', async () => {
  await data.choose([chosen([1, 2, 3], 'good.csv')]);
  await data.choose([chosen([13], 'bad.csv')]);
  expect(data.name).toBe('good.csv');
  expect(data.overview?.summary.images).toBe(3);
  expect(problems.current).toMatchObject({
    place: 'data',
    happened: { text: 'bad.csv: row 1: 13 is unlucky', english: true },
  });
  expect(problems.current?.unchanged).toContain('good.csv');
});

test('files may outnumber the arguments of a call', async () => {
  const one = chosen([1], 'a.png');
  const engine = { call: () => Promise.reject(pageFailure('tooManyFiles', { limit: 200_000 })) };
  const many = new Dataset(engine as never, problems);
  await many.choose(Array.from({ length: 500_000 }, () => one));
  expect(problems.current?.happened.text).toBe(messages.failures.tooManyFiles({ limit: 200_000 }));
});

test('a good file after a bad one clears the error', async () => {
  await data.choose([chosen([13])]);
  await data.choose([chosen([1])]);
  expect(problems.current).toBe(null);
});

test('cancelling isn’t an error', async () => {
  const choosing = data.choose([chosen(new Uint8Array(1_000_000))]);
  data.cancel();
  await choosing;
  expect(data.overview).toBe(null);
  expect(data.opening).toBe(null);
  expect(problems.current).toBe(null);
});

test('a file that crashes the worker keeps the data, which a new one reloads', async () => {
  await data.choose([chosen([1, 2, 3], 'good.csv')]);
  await data.choose([chosen([66], 'trap.csv')]);
  expect(data.name).toBe('good.csv');
  expect(problems.current).toMatchObject({ happened: { text: messages.failures.broken } });
  expect(problems.current?.unchanged).toContain('good.csv');
});

test('data that crash the new worker as well are lost, with a message', async () => {
  const broken = {
    ...fakeEngine,
    synthetic_data: () => {
      throw new WebAssembly.RuntimeError('unreachable');
    },
  };
  const engines = [fakeEngine, broken];
  const client = new EngineClient(() => fakeWorker(engines.shift()), 'broken');
  data = new Dataset(client, problems);
  await data.choose([]);
  await data.choose([chosen([66], 'trap.csv')]);
  expect(data.overview).toBe(null);
  expect(problems.current?.unchanged).toBe(messages.data.lost);
});

test('files are added to existing ones, and named together', async () => {
  await data.choose([chosen([1, 2], 'a.csv')]);
  await data.add([chosen([3], 'b.csv')]);
  await data.add([chosen([4], 'c.csv'), chosen([5], 'd.csv')]);
  expect(data.overview?.summary.images).toBe(5);
  expect(data.name).toBe('a.csv and 3\u00a0more');
});

test('refused additions keep the data and their name', async () => {
  await data.choose([chosen([1, 2], 'a.csv')]);
  await data.add([chosen([3], 'b.csv'), chosen([13], 'c.csv')]);
  expect(data.overview?.summary.images).toBe(2);
  expect(data.name).toBe('a.csv');
  expect(problems.current?.happened.text).toBe('c.csv: row 1: 13 is unlucky');
});

test('files added to unlabelled data are read together with them', async () => {
  await data.choose([chosen([50], 'images')]);
  expect(data.trainable).toBe(false);
  await data.add([chosen([1], 'labels')]);
  expect(data.overview?.summary.images).toBe(2);
});

test('a file that crashes the worker keeps data of several files and samples', async () => {
  await data.choose([]);
  await data.add([chosen([1, 2], 'a.csv')]);
  await data.choose([chosen([66], 'trap.csv')]);
  expect(await data.restored).toBe(true);
  await data.add([chosen([3], 'b.csv')]);
  expect(data.overview?.summary.images).toBe(4003);
});

test('corrected labels stay when other data are appended', async () => {
  await data.choose([chosen([1, 2], 'a.csv')]);
  data.gallery?.overrides.relabel(0, 5);
  await data.add([chosen([3], 'b.csv')]);
  expect(data.gallery?.labels).toHaveLength(3);
  expect(data.gallery?.overrides.of(0)).toBe(5);
  data.gallery?.overrides.undo();
  expect(data.gallery?.overrides.of(0)).toBe(undefined);
});

test('the error of a file isn’t shown after another was chosen', async () => {
  const call = vi.spyOn(engine, 'call');
  call.mockRejectedValueOnce(new EngineFailure('engine', 'too late'));
  await Promise.all([
    data.choose([chosen([13], 'bad.csv')]),
    data.choose([chosen([1], 'good.csv')]),
  ]);
  expect(data.name).toBe('good.csv');
  expect(problems.current).toBe(null);
});

test('data are busy from choice to arrival', async () => {
  const choosing = data.choose([]);
  expect(data.busy).toBe(true);
  await choosing;
  expect(data.busy).toBe(false);
});

const darkOnLight = Array.from({ length: 20 }, () => 77);

test('dark-on-light images are inverted on request, and restored', async () => {
  await data.choose([chosen(darkOnLight, 'a.csv')]);
  expect(data.overview?.summary.inverted).toBe(true);
  data.gallery?.overrides.relabel(0, 5);
  const before = data.gallery;
  await data.adjust('invert');
  expect(data.overview?.summary.inverted).toBe(false);
  expect(data.adjustments).toEqual(['invert']);
  expect(data.gallery).not.toBe(before);
  expect(data.gallery?.overrides.of(0)).toBe(5);
  await data.adjust('invert');
  expect(data.overview?.summary.inverted).toBe(true);
  expect(data.adjustments).toEqual([]);
});

test('a second click does nothing before the first has its effect', async () => {
  await data.choose([chosen(darkOnLight, 'a.csv')]);
  await Promise.all([data.adjust('invert'), data.adjust('invert')]);
  expect(data.adjustments).toEqual(['invert']);
  expect(data.overview?.summary.inverted).toBe(false);
});

test('files added to inverted ones are inverted if necessary', async () => {
  const images = () => data.overview?.summary.images;
  await data.choose([chosen(darkOnLight, 'a.csv')]);
  await data.adjust('invert');
  await data.add([chosen(darkOnLight, 'b.csv')]);
  expect(images()).toBe(40);
  expect(data.overview?.summary.inverted).toBe(false);
  await data.add([chosen([1, 2], 'c.csv')]);
  expect(images()).toBe(42);
});

test('inverted data are inverted again after a crash', async () => {
  await data.choose([chosen(darkOnLight, 'a.csv')]);
  await data.adjust('invert');
  await data.choose([chosen([66], 'trap.csv')]);
  expect(await data.restored).toBe(true);
  await data.add([chosen([1], 'b.csv')]);
  expect(data.overview?.summary.inverted).toBe(false);
  await data.choose([chosen(darkOnLight, 'c.csv')]);
  expect(data.adjustments).toEqual([]);
});

test('chosen classes are reported, and restored after a crash', async () => {
  const reported: number[] = [];
  data.shown = (classes) => reported.push(classes.length);
  await data.choose([chosen([1, 0, 1])]);
  await data.chooseClasses('cat,dog,fox');
  expect(data.overview?.summary.classes).toEqual(['cat', 'dog', 'fox']);
  expect(data.described.classes).toEqual(['cat', 'dog', 'fox']);
  expect(reported).toEqual([10, 3]);
  await data.add([chosen([66])]); // crashes the worker
  await data.restored;
  expect((await engine.call('choose_classes', 'A,B')).summary.images).toBe(3);
});

test('a refused choice of classes changes nothing', async () => {
  await data.choose([chosen([1, 0, 1])]);
  await data.chooseClasses('one');
  expect(data.overview?.summary.classes).toHaveLength(10);
  expect(problems.current?.happened.text).toBe('one is none');
});
