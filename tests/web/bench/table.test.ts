// The bench's own arithmetic, not its figures.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layersOf } from '../../bench/lib/layers.mjs';
import { spreadOf } from '../../bench/lib/measure.mjs';
import { withTable } from '../../bench/lib/readmeTable.mjs';
import { Results } from '../../bench/lib/results.mjs';
import { judge } from '../../bench/lib/table.mjs';

const row = (who: string, median: number, unit = 'img/s') => ({
  who,
  name: 'some',
  threads: 1,
  unit,
  median,
  least: median,
  most: median,
});

function resultsOf(...rows: ReturnType<typeof row>[]) {
  const results = new Results();
  for (const measured of rows) results.add(measured);
  return results;
}

test('the median of an even number of runs is between the middle two', () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
});

test('a target relative to a peer uses the best peer', () => {
  const target = { what: '', ours: ['us', 'some'], peers: ['slow', 'quick'], times: 3 };
  const results = resultsOf(row('us', 60), row('slow', 10), row('quick', 30));
  expect(judge(target, results)).toMatchObject({ over: 2, met: false });
});

test('shorter times are better', () => {
  const target = { what: '', ours: ['us', 'some'], peers: ['slow', 'quick'], times: 3 };
  const results = resultsOf(row('us', 10, 'ms'), row('slow', 90, 'ms'), row('quick', 40, 'ms'));
  expect(judge(target, results)).toMatchObject({ over: 4, met: true });
});

test('a target with a missing row or peer is neither met nor missed', () => {
  const target = { what: '', ours: ['us', 'some'], peers: ['slow'], times: 3 };
  expect(judge(target, resultsOf()).met).toBeUndefined();
  expect(judge(target, resultsOf(row('us', 1))).met).toBeUndefined();
});

test('the layers have the network’s shapes', () => {
  const layers = layersOf('conv 5x5 16 valid | relu | pool 2 | dense 10');
  expect(layers.map((layer: { output: number[] }) => layer.output.join('x'))).toEqual([
    '24x24x16',
    '24x24x16',
    '12x12x16',
    '1x1x10',
  ]);
});

test('a row measured in several rounds is the median of them', () => {
  const results = resultsOf(row('us', 30), row('peer', 10), row('us', 50), row('us', 10));
  expect(results.rows).toHaveLength(2);
  expect(results.rows[0]).toMatchObject({ median: 30, least: 10, most: 50 });
});

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('the README’s table takes rows only from the report', () => {
  const report = {
    ...{ date: '2026-11-30T10:00:00Z', commit: 'abcdef1234', browser: '150', rows: [] },
    machine: { cores: 2, processor: 'EPYC' },
  };
  expect(() => withTable(textOf('README.md'), report)).toThrow('no row train/cnn-a/64');
  expect(() => withTable('no comments', report)).toThrow('README.md has no');
});
