import { describe, expect, test } from 'vitest';
import {
  cellAfter,
  cellsOf,
  columnsIn,
  rowsIn,
  rowsInSight,
  scrolledTo,
} from '#web/train/data/gallery/grid';

const grid = { count: 23, columns: 5 }; // five rows, the last with three cells

describe('a long grid', () => {
  test('has as many columns as fit, at least one', () => {
    expect(columnsIn(319, 60)).toBe(5);
    expect(columnsIn(10, 60)).toBe(1);
    expect(rowsIn(grid)).toBe(5);
    expect(rowsIn({ count: 0, columns: 5 })).toBe(0);
  });

  test('may have a partial last row', () => {
    expect(cellsOf(4, grid)).toEqual({ from: 20, to: 23 });
    expect(cellsOf(0, grid)).toEqual({ from: 0, to: 5 });
  });

  test('renders of 42,000 images only the visible rows and a few more', () => {
    const { from, to } = rowsInSight(60_000, 480, 60, 2334);
    expect(from).toBe(997);
    expect(to).toBe(1011);
    expect(rowsInSight(0, 480, 60, 2334).from).toBe(0);
    expect(rowsInSight(140_000, 480, 60, 2334).to).toBe(2334);
    expect(rowsInSight(9000, 480, 60, 3)).toEqual({ from: 3, to: 3 });
  });

  test('scrolls only as far as needed to show a row', () => {
    expect(scrolledTo(3, 120, 480, 60)).toBe(120);
    expect(scrolledTo(1, 120, 480, 60)).toBe(60);
    expect(scrolledTo(12, 120, 480, 60)).toBe(300);
  });
});

describe('a key', () => {
  test.each([
    ['ArrowRight', 7, 8],
    ['ArrowLeft', 7, 6],
    ['ArrowDown', 7, 12],
    ['ArrowUp', 7, 2],
    ['Home', 7, 0],
    ['End', 7, 22],
    ['PageDown', 7, 17],
    ['PageUp', 12, 2],
  ])('%s moves from %i to %i', (key, from, to) => {
    expect(cellAfter(key, from, grid, 2)).toBe(to);
  });

  test.each([
    ['ArrowRight', 22],
    ['ArrowLeft', 0],
    ['ArrowDown', 19],
    ['ArrowUp', 3],
  ])('%s stops at the edge', (key, at) => {
    expect(cellAfter(key, at, grid, 2)).toBe(at);
  });

  test('jumps as far as possible', () => {
    expect(cellAfter('PageDown', 17, grid, 2)).toBe(22);
    expect(cellAfter('PageUp', 3, grid, 2)).toBe(0);
  });

  test('without meaning does nothing', () => {
    expect(cellAfter('a', 7, grid, 2)).toBe(null);
    expect(cellAfter('End', 0, { count: 0, columns: 5 }, 2)).toBe(null);
  });
});
