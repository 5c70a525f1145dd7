import { beforeEach, expect, test } from 'vitest';
import { Drawing } from '#web/ink/drawing';

let drawing: Drawing;
beforeEach(() => {
  drawing = new Drawing();
});

test('a tap is a stroke of one point', () => {
  drawing.begin(1, { x: 5, y: 6 });
  drawing.end(1);
  expect(drawing.all).toEqual([[{ x: 5, y: 6 }]]);
});

test('a second finger changes nothing while the first one writes', () => {
  drawing.begin(1, { x: 0, y: 0 });
  expect(drawing.begin(2, { x: 9, y: 9 })).toBe(false);
  expect(drawing.extend(2, [{ x: 9, y: 9 }])).toBe(false);
  expect(drawing.end(2)).toBe(false);
  expect(drawing.extend(1, [{ x: 1, y: 1 }])).toBe(true);
  expect(drawing.all).toHaveLength(1);
});

test('a stroke that the system takes away keeps its points', () => {
  drawing.begin(1, { x: 0, y: 0 });
  drawing.extend(1, [{ x: 1, y: 1 }]);
  drawing.end(1);
  expect(drawing.ink.points).toHaveLength(4);
});

test('a pen that rests adds no points', () => {
  drawing.begin(1, { x: 2, y: 2 });
  expect(drawing.extend(1, [{ x: 2, y: 2 }])).toBe(false);
  expect(drawing.ink.points).toHaveLength(2);
});

test('moves without a pen on the pad add nothing', () => {
  expect(drawing.extend(1, [{ x: 2, y: 2 }])).toBe(false);
  expect(drawing.empty).toBe(true);
});

test('a pad cleared in the middle of a stroke is empty and ready', () => {
  drawing.begin(1, { x: 2, y: 2 });
  drawing.clear();
  expect(drawing.empty).toBe(true);
  expect(drawing.begin(2, { x: 3, y: 3 })).toBe(true);
});

test('a stroke goes on where it was after the pad changed its size', () => {
  drawing.begin(1, { x: 100, y: 100 });
  drawing.resize({ width: 200, height: 200 }, { width: 100, height: 100 });
  drawing.extend(1, [{ x: 60, y: 60 }]);
  expect(drawing.all).toEqual([
    [
      { x: 50, y: 50 },
      { x: 60, y: 60 },
    ],
  ]);
});

test('a drawing is as it was after the pad went through other sizes and back', () => {
  const wide = { width: 1000, height: 400 };
  drawing.begin(1, { x: 600, y: 100 });
  drawing.extend(1, [{ x: 300, y: 350 }]);
  drawing.end(1);
  drawing.resize(wide, { width: 100, height: 300 });
  drawing.resize({ width: 100, height: 300 }, { width: 1000, height: 20 });
  drawing.resize({ width: 1000, height: 20 }, wide);
  expect(drawing.all).toEqual([
    [
      { x: 600, y: 100 },
      { x: 300, y: 350 },
    ],
  ]);
});
