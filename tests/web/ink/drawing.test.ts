import { beforeEach, describe, expect, test } from 'vitest';
import { Drawing } from '#web/ink/drawing';
import { toPad } from '#web/shared/padView';

let drawing: Drawing;
beforeEach(() => {
  drawing = new Drawing();
});

test('a tap is a stroke of one point', () => {
  drawing.begin(1, { x: 5, y: 6 });
  drawing.end(1);
  expect(drawing.all).toEqual([[{ x: 5, y: 6 }]]);
});

test('a second finger is ignored while the first draws', () => {
  drawing.begin(1, { x: 0, y: 0 });
  expect(drawing.begin(2, { x: 9, y: 9 })).toBe(false);
  expect(drawing.extend(2, [{ x: 9, y: 9 }])).toBe(false);
  expect(drawing.end(2)).toBe(false);
  expect(drawing.extend(1, [{ x: 1, y: 1 }])).toBe(true);
  expect(drawing.all).toHaveLength(1);
});

test('a stroke that is interrupted keeps its points', () => {
  drawing.begin(1, { x: 0, y: 0 });
  drawing.extend(1, [{ x: 1, y: 1 }]);
  drawing.end(1);
  expect(drawing.ink.points).toHaveLength(4);
});

test('a pen at rest adds no points', () => {
  drawing.begin(1, { x: 2, y: 2 });
  expect(drawing.extend(1, [{ x: 2, y: 2 }])).toBe(false);
  expect(drawing.ink.points).toHaveLength(2);
});

test('moves without contact add nothing', () => {
  expect(drawing.extend(1, [{ x: 2, y: 2 }])).toBe(false);
  expect(drawing.empty).toBe(true);
});

test('a pad cleared in mid-stroke is empty and ready', () => {
  drawing.begin(1, { x: 2, y: 2 });
  drawing.clear();
  expect(drawing.empty).toBe(true);
  expect(drawing.begin(2, { x: 3, y: 3 })).toBe(true);
});

const wide = { width: 1000, height: 400 };
const onPad = () => drawing.all.map((stroke) => stroke.map((point) => toPad(drawing.view, point)));

/** Draws a vertical line at x. */
function line(x: number): void {
  drawing.begin(1, { x, y: 50 });
  drawing.extend(1, [{ x, y: 350 }]);
  drawing.end(1);
}

/** The x of each line on the pad. */
const lines = () => drawing.all.map(([first]) => first?.x);

test('a stroke continues in place after the pad is resized', () => {
  drawing.resize({ width: 200, height: 200 });
  drawing.begin(1, { x: 100, y: 100 });
  drawing.resize({ width: 100, height: 100 });
  drawing.extend(1, [{ x: 60, y: 60 }]);
  expect(onPad()).toEqual([
    [
      { x: 50, y: 50 },
      { x: 60, y: 60 },
    ],
  ]);
});

test('a drawing is restored after the pad is resized and back', () => {
  drawing.resize(wide);
  line(600);
  const before = onPad();
  drawing.resize({ width: 100, height: 300 });
  expect(onPad()).not.toEqual(before);
  drawing.resize({ width: 1000, height: 20 });
  drawing.resize(wide);
  expect(onPad()).toEqual(before);
});

test('undo on a resized pad restores strokes in place', () => {
  drawing.resize(wide);
  line(200);
  line(400);
  drawing.undo();
  drawing.resize({ width: 500, height: 200 });
  drawing.redo();
  expect(onPad().map(([first]) => first?.x)).toEqual([100, 200]);
});

describe('undo and redo', () => {
  test('move by strokes', () => {
    line(1);
    line(2);
    drawing.undo();
    expect(lines()).toEqual([1]);
    drawing.undo();
    expect(drawing.empty).toBe(true);
    expect(drawing.canUndo).toBe(false);
    drawing.redo();
    drawing.redo();
    expect(lines()).toEqual([1, 2]);
    expect(drawing.canRedo).toBe(false);
  });

  test('restore a cleared pad with all strokes', () => {
    line(1);
    line(2);
    drawing.clear();
    expect(drawing.empty).toBe(true);
    drawing.undo();
    expect(lines()).toEqual([1, 2]);
  });

  test('clearing an empty pad is no step', () => {
    drawing.clear();
    expect(drawing.canUndo).toBe(false);
  });

  test('an open stroke is undone completely and doesn’t continue', () => {
    line(1);
    drawing.begin(1, { x: 2, y: 2 });
    drawing.extend(1, [{ x: 3, y: 3 }]);
    drawing.undo();
    expect(drawing.extend(1, [{ x: 4, y: 4 }])).toBe(false);
    expect(lines()).toEqual([1]);
  });

  test('a withdrawn stroke leaves no trace', () => {
    line(1);
    drawing.undo();
    drawing.begin(1, { x: 2, y: 2 });
    drawing.withdraw();
    expect(drawing.empty).toBe(true);
    drawing.redo();
    expect(lines()).toEqual([1]);
  });
});

describe('the eraser', () => {
  beforeEach(() => {
    drawing.resize(wide);
    for (const x of [100, 200, 300]) line(x);
  });

  test('removes whole strokes that it touches, and no others', () => {
    drawing.begin(1, { x: 200, y: 80 }, 'eraser');
    drawing.end(1);
    expect(lines()).toEqual([100, 300]);
  });

  test('removes everything along its path as one undo step', () => {
    drawing.begin(1, { x: 60, y: 200 }, 'eraser');
    expect(drawing.extend(1, [{ x: 150, y: 200 }])).toBe(true);
    expect(drawing.extend(1, [{ x: 160, y: 200 }])).toBe(false);
    drawing.extend(1, [{ x: 250, y: 200 }]);
    drawing.end(1);
    expect(lines()).toEqual([300]);
    drawing.undo();
    expect(lines()).toEqual([100, 200, 300]);
    drawing.redo();
    expect(lines()).toEqual([300]);
  });

  test('that touches nothing adds no step', () => {
    drawing.begin(1, { x: 900, y: 10 }, 'eraser');
    drawing.extend(1, [{ x: 800, y: 10 }]);
    drawing.end(1);
    drawing.undo();
    expect(lines()).toEqual([100, 200]);
  });

  test('adds no stroke', () => {
    drawing.begin(1, { x: 900, y: 10 }, 'eraser');
    drawing.extend(1, [{ x: 800, y: 10 }]);
    expect(lines()).toEqual([100, 200, 300]);
  });

  test('hits strokes where the pad shows them', () => {
    drawing.resize({ width: 500, height: 200 });
    drawing.begin(1, { x: 50, y: 100 }, 'eraser');
    drawing.end(1);
    expect(lines()).toEqual([200, 300]);
  });
});
