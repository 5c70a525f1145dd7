import { beforeEach, describe, expect, test } from 'vitest';
import type { LabelOverrideRows } from '#web/protocol/calls';
import { digitNames } from '#web/shared/classes';
import { csvOf } from '#web/shared/csv';
import { doubts, groupsOf, lossOf } from '#web/train/data/gallery/findings';
import { excluded, LabelOverrides } from '#web/train/data/gallery/labelOverrides.svelte';

const labels = Uint8Array.of(4, 5, 6, 7);
let reported: LabelOverrideRows[];
let overrides: LabelOverrides;
beforeEach(() => {
  reported = [];
  overrides = new LabelOverrides(labels, digitNames, (all) => reported.push(all));
});

describe('corrected labels', () => {
  test('are counted, and sent completely each time', () => {
    overrides.relabel(3, 1);
    overrides.toggleExcluded(0);
    expect([overrides.relabelled, overrides.excluded]).toEqual([1, 1]);
    expect(reported.at(-1)).toEqual({
      rows: Uint32Array.of(0, 3),
      labels: Uint8Array.of(excluded, 1),
    });
  });

  test('equal to the file’s are no change', () => {
    overrides.relabel(3, 1);
    overrides.relabel(3, 7);
    expect(overrides.of(3)).toBe(undefined);
    expect(reported.at(-1)?.rows).toHaveLength(0);
    overrides.relabel(2, 6);
    expect(reported).toHaveLength(2);
  });

  test('are undone one by one, of any kind', () => {
    overrides.relabel(1, 8);
    overrides.toggleExcluded(1);
    expect(overrides.of(1)).toBe(excluded);
    expect(overrides.undo()).toBe(1);
    expect(overrides.of(1)).toBe(8);
    overrides.undo();
    expect(overrides.of(1)).toBe(undefined);
    expect(overrides.undoable).toBe(false);
    expect(overrides.undo()).toBe(undefined);
  });

  test('are all removed at once, which can be undone', () => {
    overrides.relabel(1, 8);
    overrides.toggleExcluded(2);
    overrides.reset();
    expect(overrides.rows).toHaveLength(0);
    overrides.undo();
    expect([...overrides.rows]).toEqual([1, 2]);
  });

  test('can be exported as a list', () => {
    overrides.toggleExcluded(2);
    overrides.relabel(0, 9);
    expect(overrides.csv).toBe('image,label in the file,label now\r\n1,4,9\r\n3,6,left out\r\n');
  });

  test('are listed by class name', () => {
    const named = new LabelOverrides(Uint8Array.of(1, 0), ['cat', 'dog'], () => {});
    named.relabel(0, 0);
    expect(named.csv).toBe('image,label in the file,label now\r\n1,dog,cat\r\n');
  });
});

describe('findings', () => {
  test('start with duplicates of different labels', () => {
    const found = {
      rows: Uint32Array.of(0, 2, 1, 3, 4),
      sizes: Uint32Array.of(2, 3),
      identical: Uint8Array.of(1, 0),
    };
    const groups = groupsOf(found, Uint8Array.of(7, 5, 7, 5, 6));
    expect(groups.map(({ rows }) => [...rows])).toEqual([
      [1, 3, 4],
      [0, 2],
    ]);
    expect(groups.map(({ same }) => same)).toEqual([false, true]);
  });

  test('of labels are misread rows, by loss', () => {
    const scores = {
      digits: Uint8Array.of(4, 3, 6, 1),
      probabilities: Float32Array.of(0.9, 0.25, 0.5, 0.125),
    };
    const found = doubts(scores, digitNames, { labels, classes: digitNames });
    expect([...found.keys()]).toEqual([3, 1]);
    expect(found.get(3)).toEqual({ name: '1', probability: 0.125 });
    expect(lossOf({ name: '1', probability: 0.125 })).toBeCloseTo(Math.log(8));
    expect(lossOf({ name: '1', probability: 0 })).toBeLessThan(1000);
  });
});

test('of a network with other classes use its class names', () => {
  const scores = { digits: Uint8Array.of(0, 1), probabilities: Float32Array.of(0.9, 0.2) };
  const data = { labels: Uint8Array.of(1, 1), classes: ['dog', 'cat'] };
  const found = doubts(scores, ['cat', 'fox'], data);
  expect([...found]).toEqual([[1, { name: 'fox', probability: expect.closeTo(0.2) }]]);
});

describe('a list for a spreadsheet', () => {
  test('quotes special characters', () => {
    expect(csvOf([['a,b', 'say "no"', 'two\nlines', ' blank', 'plain', 7]])).toBe(
      '"a,b","say ""no""","two\nlines"," blank",plain,7\r\n',
    );
  });
});
