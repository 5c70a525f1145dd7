import { beforeEach, expect, test, vi } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import { EngineFailure } from '#web/protocol/failure';
import { TestFile } from '#web/results/testFile.svelte';
import type { TestModel } from '#web/results/testModel';
import { digitNames } from '#web/shared/classes';
import { clientOfFake, fileOf } from '../fakeEngine';

const by: TestModel = {
  model: Uint8Array.of(7),
  title: 'Seven',
  origin: 'file',
  classes: digitNames,
  accuracy: -1,
};

let problems: Problems;
let engine: EngineClient<'training'>;
let file: TestFile;
beforeEach(() => {
  problems = new Problems();
  engine = clientOfFake();
  file = new TestFile(engine, problems);
});

test('a refused test file keeps earlier predictions and shows an error', async () => {
  await file.predict(fileOf([1, 2]), by);
  await file.predict(fileOf([13]), by);
  expect(file.predictions?.summary.images).toBe(2);
  expect(problems.current?.happened.text).toBe('row 1: 13 is unlucky');
});

test('drops the error of a refused test file once another is chosen', async () => {
  vi.spyOn(engine, 'call').mockRejectedValueOnce(new EngineFailure('engine', 'too late'));
  await Promise.all([file.predict(fileOf([13]), by), file.predict(fileOf([1, 2]), by)]);
  expect(file.predictions?.summary.images).toBe(2);
  expect(problems.current).toBe(null);
});

test('a dark-on-light test file is predicted again inverted, and restored', async () => {
  await file.predict(fileOf(Array.from({ length: 20 }, () => 77)), by);
  expect(file.predictions?.summary.inverted).toBe(true);
  await file.adjust('invert');
  expect(file.predictions?.summary.inverted).toBe(false);
  expect(file.adjustments).toEqual(['invert']);
  await file.adjust('invert');
  expect(file.predictions?.summary.inverted).toBe(true);
  await file.adjust('invert');
  await file.predict(fileOf([1]), by);
  expect(file.adjustments).toEqual([]);
});

test('is predicted by the chosen model, or by the first if the chosen one is gone', () => {
  const other = { ...by, model: Uint8Array.of(8), title: 'Eight' };
  expect(file.chosenOf([by, other])?.title).toBe('Seven');
  file.choose(other);
  expect(file.chosenOf([by, other])?.title).toBe('Eight');
  expect(file.chosenOf([by])?.title).toBe('Seven');
  expect(file.chosenOf([])).toBe(null);
});
