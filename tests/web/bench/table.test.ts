// The bench's own arithmetic: what it says of figures, not the figures.
import { expect, test } from 'vitest';
import { layersOf } from '../../bench/lib/layers.mjs';
import { spreadOf } from '../../bench/lib/measure.mjs';
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

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
});

test('a target over a peer is held against the best of the peers', () => {
  const target = { what: '', ours: ['us', 'some'], peers: ['slow', 'quick'], times: 3 };
  const results = resultsOf(row('us', 60), row('slow', 10), row('quick', 30));
  expect(judge(target, results)).toMatchObject({ over: 2, met: false });
});

test('of times the shorter is the better', () => {
  const target = { what: '', ours: ['us', 'some'], peers: ['slow', 'quick'], times: 3 };
  const results = resultsOf(row('us', 10, 'ms'), row('slow', 90, 'ms'), row('quick', 40, 'ms'));
  expect(judge(target, results)).toMatchObject({ over: 4, met: true });
});

test('a target whose row or peer is missing is neither met nor missed', () => {
  const target = { what: '', ours: ['us', 'some'], peers: ['slow'], times: 3 };
  expect(judge(target, resultsOf()).met).toBeUndefined();
  expect(judge(target, resultsOf(row('us', 1))).met).toBeUndefined();
});

test('the layers have the shapes that the network gives them', () => {
  const layers = layersOf('conv 5x5 16 valid | relu | pool 2 | dense 10');
  expect(layers.map((layer: { output: number[] }) => layer.output.join('x'))).toEqual([
    '24x24x16',
    '24x24x16',
    '12x12x16',
    '1x1x10',
  ]);
});
