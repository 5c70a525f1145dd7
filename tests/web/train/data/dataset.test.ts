import { beforeEach, expect, test, vi } from 'vitest';
import { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import { declined, EngineFailure } from '#web/protocol/failure';
import { Dataset } from '#web/train/data/dataset.svelte';
import { chosen, clientOfDouble, engineDouble, living, workerDouble } from '../../double';

let engine: EngineClient<'training'>;
let data: Dataset;
let problems: Problems;
beforeEach(() => {
  living.handles = 0;
  problems = new Problems();
  engine = clientOfDouble();
  data = new Dataset(engine, problems);
});

test('a bad file is told of and leaves the good data loaded', async () => {
  await data.choose([chosen([1, 2, 3], 'good.csv')]);
  await data.choose([chosen([13], 'bad.csv')]);
  expect(data.name).toBe('good.csv');
  expect(data.overview?.summary.images).toBe(3);
  expect(problems.current).toMatchObject({
    place: 'data',
    happened: { text: 'row 1: 13 is unlucky', english: true },
  });
  expect(problems.current?.unchanged).toContain('good.csv');
});

test('files may be more than a call takes as arguments', async () => {
  const one = chosen([1], 'a.png');
  const engine = { call: () => Promise.reject(declined('tooManyFiles', { limit: 200_000 })) };
  const many = new Dataset(engine as never, problems);
  await many.choose(Array.from({ length: 500_000 }, () => one));
  expect(problems.current?.happened.text).toBe(messages.failures.tooManyFiles({ limit: 200_000 }));
});

test('a good file after a bad one clears the problem', async () => {
  await data.choose([chosen([13])]);
  await data.choose([chosen([1])]);
  expect(problems.current).toBe(null);
});

test('a cancelled file is no problem', async () => {
  const choosing = data.choose([chosen(new Uint8Array(1_000_000))]);
  data.cancel();
  await choosing;
  expect(data.overview).toBe(null);
  expect(data.opening).toBe(null);
  expect(problems.current).toBe(null);
});

test('a file that breaks the worker leaves the good data, read again into the fresh one', async () => {
  await data.choose([chosen([1, 2, 3], 'good.csv')]);
  await data.choose([chosen([66], 'trap.csv')]);
  expect(data.name).toBe('good.csv');
  expect(problems.current).toMatchObject({ happened: { text: messages.failures.broken } });
  expect(problems.current?.unchanged).toContain('good.csv');
});

test('data that break the fresh worker, too, are lost, and that is said', async () => {
  const broken = {
    ...engineDouble,
    synthetic_data: () => {
      throw new WebAssembly.RuntimeError('unreachable');
    },
  };
  const engines = [engineDouble, broken];
  const client = new EngineClient(() => workerDouble(engines.shift()), 'broken');
  data = new Dataset(client, problems);
  await data.choose([]);
  await data.choose([chosen([66], 'trap.csv')]);
  expect(data.overview).toBe(null);
  expect(problems.current?.unchanged).toBe(messages.data.lost);
});

test('files are added to those there are, and named together', async () => {
  await data.choose([chosen([1, 2], 'a.csv')]);
  await data.add([chosen([3], 'b.csv')]);
  await data.add([chosen([4], 'c.csv'), chosen([5], 'd.csv')]);
  expect(data.overview?.summary.images).toBe(5);
  expect(data.name).toBe('a.csv and 3\u00a0more');
});

test('added files that are refused leave the data and their name', async () => {
  await data.choose([chosen([1, 2], 'a.csv')]);
  await data.add([chosen([3], 'b.csv'), chosen([13], 'c.csv')]);
  expect(data.overview?.summary.images).toBe(2);
  expect(data.name).toBe('a.csv');
  expect(problems.current?.happened.text).toBe('c.csv: row 1: 13 is unlucky');
});

test('what is added to data without labels is read together with them', async () => {
  await data.choose([chosen([50], 'images')]);
  expect(data.trainable).toBe(false);
  await data.add([chosen([1], 'labels')]);
  expect(data.overview?.summary.images).toBe(2);
});

test('a file that breaks the worker leaves data of several files, sample data among them', async () => {
  await data.choose([]);
  await data.add([chosen([1, 2], 'a.csv')]);
  await data.choose([chosen([66], 'trap.csv')]);
  expect(await data.restored).toBe(true);
  await data.add([chosen([3], 'b.csv')]);
  expect(data.overview?.summary.images).toBe(4003);
});

test('what was changed by hand stays so when others come behind', async () => {
  await data.choose([chosen([1, 2], 'a.csv')]);
  data.gallery?.overrides.relabel(0, 5);
  await data.add([chosen([3], 'b.csv')]);
  expect(data.gallery?.labels).toHaveLength(3);
  expect(data.gallery?.overrides.of(0)).toBe(5);
  data.gallery?.overrides.undo();
  expect(data.gallery?.overrides.of(0)).toBe(undefined);
});

test('a file that is refused after another was chosen is not told of there', async () => {
  const call = vi.spyOn(engine, 'call');
  call.mockRejectedValueOnce(new EngineFailure('refused', 'too late'));
  await Promise.all([
    data.choose([chosen([13], 'bad.csv')]),
    data.choose([chosen([1], 'good.csv')]),
  ]);
  expect(data.name).toBe('good.csv');
  expect(problems.current).toBe(null);
});

test('data are busy from the choice until they are there', async () => {
  const choosing = data.choose([]);
  expect(data.busy).toBe(true);
  await choosing;
  expect(data.busy).toBe(false);
});

const darkOnLight = Array.from({ length: 20 }, () => 77);

test('images that are dark on light are inverted at a wish, and back again', async () => {
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

test('a second press of the button does nothing before the first has its effect', async () => {
  await data.choose([chosen(darkOnLight, 'a.csv')]);
  await Promise.all([data.adjust('invert'), data.adjust('invert')]);
  expect(data.adjustments).toEqual(['invert']);
  expect(data.overview?.summary.inverted).toBe(false);
});

test('files added to inverted ones are inverted where they need it', async () => {
  const images = () => data.overview?.summary.images;
  await data.choose([chosen(darkOnLight, 'a.csv')]);
  await data.adjust('invert');
  await data.add([chosen(darkOnLight, 'b.csv')]);
  expect(images()).toBe(40);
  expect(data.overview?.summary.inverted).toBe(false);
  await data.add([chosen([1, 2], 'c.csv')]);
  expect(images()).toBe(42);
});

test('data that were inverted are so again after the worker broke', async () => {
  await data.choose([chosen(darkOnLight, 'a.csv')]);
  await data.adjust('invert');
  await data.choose([chosen([66], 'trap.csv')]);
  expect(await data.restored).toBe(true);
  await data.add([chosen([1], 'b.csv')]);
  expect(data.overview?.summary.inverted).toBe(false);
  await data.choose([chosen(darkOnLight, 'c.csv')]);
  expect(data.adjustments).toEqual([]);
});

test('chosen classes are told to what depends on them, and are so again after the worker broke', async () => {
  const reported: number[] = [];
  data.shown = (classes) => reported.push(classes.length);
  await data.choose([chosen([1, 0, 1])]);
  await data.chooseClasses('cat,dog,fox');
  expect(data.overview?.summary.classes).toEqual(['cat', 'dog', 'fox']);
  expect(data.described.classes).toEqual(['cat', 'dog', 'fox']);
  expect(reported).toEqual([10, 3]);
  await data.add([chosen([66])]); // breaks the worker
  await data.restored;
  expect((await engine.call('choose_classes', 'A,B')).summary.images).toBe(3);
});

test('a choice of classes that is refused leaves them as they were', async () => {
  await data.choose([chosen([1, 0, 1])]);
  await data.chooseClasses('one');
  expect(data.overview?.summary.classes).toHaveLength(10);
  expect(problems.current?.happened.text).toBe('one is none');
});
