import { describe, expect, test } from 'vitest';
import {
  areaBetween,
  gridOf,
  isLargeEnough,
  movedArea,
  nextArea,
  resizedArea,
} from '#web/forms/custom/areas';
import type { FormField } from '#web/protocol/forms';

const near = (area: readonly number[]) => area.map((side) => Math.round(1000 * side) / 1000);
const field = (area: FormField['area']): FormField => ({
  ...{ name: 'Sudoku', kind: 'digits', boxes: 1 },
  ...(area ? { area } : {}),
});

describe('a box', () => {
  test('can be drawn from any corner, and is clipped to the sheet', () => {
    const box = [0.2, 0.3, 0.4, 0.5];
    expect(areaBetween({ x: 0.2, y: 0.3 }, { x: 0.4, y: 0.5 })).toEqual(box);
    expect(areaBetween({ x: 0.4, y: 0.3 }, { x: 0.2, y: 0.5 })).toEqual(box);
    expect(areaBetween({ x: -1, y: 0.5 }, { x: 0.5, y: 7 })).toEqual([0, 0.5, 0.5, 1]);
  });

  test('that is tiny is rejected as a slip of the hand', () => {
    expect(isLargeEnough([0.1, 0.1, 0.101, 0.5])).toBe(false);
    expect(isLargeEnough([0.1, 0.1, 0.2, 0.2])).toBe(true);
  });

  test('stops at the edge of the sheet and keeps its size when moved', () => {
    expect(near(movedArea([0.1, 0.1, 0.3, 0.2], { x: -0.5, y: 0.05 }))).toEqual([
      0, 0.15, 0.2, 0.25,
    ]);
    expect(near(movedArea([0.1, 0.1, 0.3, 0.2], { x: 5, y: 5 }))).toEqual([0.8, 0.9, 1, 1]);
  });

  test('keeps a minimum size and stays on the sheet when resized', () => {
    expect(near(resizedArea([0.1, 0.1, 0.3, 0.2], { x: 0.1, y: 0.1 }))).toEqual([
      0.1, 0.1, 0.4, 0.3,
    ]);
    expect(near(resizedArea([0.1, 0.1, 0.3, 0.2], { x: -1, y: 2 }))).toEqual([0.1, 0.1, 0.104, 1]);
  });

  test('is added below the last one if there is room', () => {
    expect(near(nextArea([field([0.1, 0.1, 0.3, 0.2])]))).toEqual([0.1, 0.225, 0.3, 0.325]);
    expect(nextArea([field([0.1, 0.8, 0.3, 0.95])])).toEqual(nextArea([]));
  });
});

describe('a grid', () => {
  test('fills its box without gaps, row by row', () => {
    const cells = gridOf(field([0.1, 0.2, 0.4, 0.8]), 2, 3);
    expect(cells.map(({ name }) => name.replace('Sudoku ', ''))).toEqual([
      ...['A1', 'B1', 'C1'],
      ...['A2', 'B2', 'C2'],
    ]);
    expect(near(cells[0]?.area ?? [])).toEqual([0.1, 0.2, 0.2, 0.5]);
    expect(near(cells[5]?.area ?? [])).toEqual([0.3, 0.5, 0.4, 0.8]);
  });

  test('gives each cell a unique name, even beyond column Z', () => {
    const cells = gridOf(field([0, 0, 1, 1]), 30, 30);
    expect(new Set(cells.map(({ name }) => name)).size).toBe(900);
    expect(cells[26]?.name).toBe('Sudoku AA1');
  });
});
