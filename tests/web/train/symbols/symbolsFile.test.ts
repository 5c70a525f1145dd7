import { expect, test } from 'vitest';
import { inkPath } from '#web/train/symbols/inkPath';
import { symbolsRecipe } from '#web/train/symbols/recipe';
import { symbolsFile, symbolsOf } from '#web/train/symbols/symbolsFile';
import { realTrainingEngine } from '../../realEngine';

const stroke = (...places: [number, number][]) => places.map(([x, y]) => ({ x, y }));
const cross = [stroke([10, 10], [90, 90]), stroke([90, 10], [10.04, 90])];
const line = [stroke([50, 10], [50, 90])];

const symbols = [
  { id: '1', name: 'a "cross" mark', drawings: [cross, cross] },
  { id: '2', name: '線', drawings: [line] },
  { id: '3', name: 'empty', drawings: [] },
];

test('the file has one line per drawing, with coordinates in tenths', () => {
  const lines = symbolsFile(symbols).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    label: 'a "cross" mark',
    strokes: [
      [
        [10, 10],
        [90, 90],
      ],
      [
        [90, 10],
        [10, 90],
      ],
    ],
  });
});

test('the engine reads the class names from the file unchanged', async () => {
  const engine = await realTrainingEngine();
  const data = new engine.Data();
  data.open('symbols.jsonl', false, 0);
  expect(data.push(new TextEncoder().encode(symbolsFile(symbols)))).toBe('');
  expect(data.close() + data.finish()).toBe('');
  const { classes, histogram } = data.summary();
  expect(classes).toEqual(['a "cross" mark', '線']);
  expect([...histogram]).toEqual([2, 1]);
  data.delete();
});

test('drawings are grouped by symbol, without those that have no strokes', () => {
  const all = [
    { name: 'b', strokes: line },
    { name: 'a', strokes: cross },
    { name: 'b', strokes: [] },
    { name: 'b', strokes: cross },
  ];
  expect(symbolsOf(all, ['a', 'b', 'c'])).toEqual([
    { name: 'a', drawings: [cross] },
    { name: 'b', drawings: [line, cross] },
  ]);
});

test('a drawing is shown in the square around it, a dot as a dot', () => {
  expect(inkPath(line)).toMatchObject({ path: 'M50 10L50 90', viewBox: '0 0 100 100' });
  expect(inkPath([stroke([3, 4])]).path).toBe('M3 4h0');
});

test('more drawings need fewer epochs and more negatives', () => {
  expect(symbolsRecipe(30)).toMatchObject({ epochs: 60, negatives: 100, augment: true });
  expect(symbolsRecipe(1000)).toMatchObject({ epochs: 15, negatives: 500 });
});
