import { beforeEach, expect, test } from 'vitest';
import { EngineClient } from '#web/engine/client';
import { messages } from '#web/messages';
import { Dataset } from '#web/train/dataset.svelte';
import { Problems } from '#web/ui/problems.svelte';
import { clientOfDouble, engineDouble, fileOf, living, workerDouble } from './double';

let data: Dataset;
let problems: Problems;
beforeEach(() => {
  living.handles = 0;
  problems = new Problems();
  data = new Dataset(clientOfDouble(), problems);
});

test('a bad file is told of and leaves the good data loaded', async () => {
  await data.choose(fileOf([1, 2, 3], 'good.csv'));
  await data.choose(fileOf([13], 'bad.csv'));
  expect(data.name).toBe('good.csv');
  expect(data.overview?.summary.images).toBe(3);
  expect(problems.current).toMatchObject({
    place: 'data',
    happened: { text: 'row 1: 13 is unlucky', english: true },
  });
  expect(problems.current?.kept).toContain('good.csv');
});

test('a good file after a bad one clears the problem', async () => {
  await data.choose(fileOf([13]));
  await data.choose(fileOf([1]));
  expect(problems.current).toBe(null);
});

test('a cancelled file is no problem', async () => {
  const choosing = data.choose(fileOf(new Uint8Array(1_000_000)));
  data.cancel();
  await choosing;
  expect(data.overview).toBe(null);
  expect(data.opening).toBe(null);
  expect(problems.current).toBe(null);
});

test('a file that breaks the worker leaves the good data, read again into the fresh one', async () => {
  await data.choose(fileOf([1, 2, 3], 'good.csv'));
  await data.choose(fileOf([66], 'trap.csv'));
  expect(data.name).toBe('good.csv');
  expect(problems.current).toMatchObject({ happened: { text: messages.failures.broken } });
  expect(problems.current?.kept).toContain('good.csv');
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
  await data.choose();
  await data.choose(fileOf([66], 'trap.csv'));
  expect(data.overview).toBe(null);
  expect(problems.current?.kept).toBe(messages.data.lost);
});
