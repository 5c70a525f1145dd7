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
  test('is drawn from any corner to the opposite one, and ends with the sheet', () => {
    const box = [0.2, 0.3, 0.4, 0.5];
    expect(areaBetween({ x: 0.2, y: 0.3 }, { x: 0.4, y: 0.5 })).toEqual(box);
    expect(areaBetween({ x: 0.4, y: 0.3 }, { x: 0.2, y: 0.5 })).toEqual(box);
    expect(areaBetween({ x: -1, y: 0.5 }, { x: 0.5, y: 7 })).toEqual([0, 0.5, 0.5, 1]);
  });

  test('that is a slip of the hand is none', () => {
    expect(isLargeEnough([0.1, 0.1, 0.101, 0.5])).toBe(false);
    expect(isLargeEnough([0.1, 0.1, 0.2, 0.2])).toBe(true);
  });

  test('keeps its size where the sheet ends', () => {
    expect(near(movedArea([0.1, 0.1, 0.3, 0.2], { x: -0.5, y: 0.05 }))).toEqual([
      0, 0.15, 0.2, 0.25,
    ]);
    expect(near(movedArea([0.1, 0.1, 0.3, 0.2], { x: 5, y: 5 }))).toEqual([0.8, 0.9, 1, 1]);
  });

  test('is never resized to nothing, nor beyond the sheet', () => {
    expect(near(resizedArea([0.1, 0.1, 0.3, 0.2], { x: 0.1, y: 0.1 }))).toEqual([
      0.1, 0.1, 0.4, 0.3,
    ]);
    expect(near(resizedArea([0.1, 0.1, 0.3, 0.2], { x: -1, y: 2 }))).toEqual([0.1, 0.1, 0.104, 1]);
  });

  test('is added below the last one as long as there is room', () => {
    expect(near(nextArea([field([0.1, 0.1, 0.3, 0.2])]))).toEqual([0.1, 0.225, 0.3, 0.325]);
    expect(nextArea([field([0.1, 0.8, 0.3, 0.95])])).toEqual(nextArea([]));
  });
});

describe('a grid', () => {
  test('fills the place of its box without gaps, row by row', () => {
    const cells = gridOf(field([0.1, 0.2, 0.4, 0.8]), 2, 3);
    expect(cells.map(({ name }) => name.replace('Sudoku ', ''))).toEqual([
      ...['A1', 'B1', 'C1'],
      ...['A2', 'B2', 'C2'],
    ]);
    expect(near(cells[0]?.area ?? [])).toEqual([0.1, 0.2, 0.2, 0.5]);
    expect(near(cells[5]?.area ?? [])).toEqual([0.3, 0.5, 0.4, 0.8]);
  });

  test('has a name of its own for each cell, also behind Z', () => {
    const cells = gridOf(field([0, 0, 1, 1]), 30, 30);
    expect(new Set(cells.map(({ name }) => name)).size).toBe(900);
    expect(cells[26]?.name).toBe('Sudoku AA1');
  });
});
