import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { viewOf } from '#web/charts/chartView.svelte';
import { historyCsv } from '#web/charts/csv';
import {
  curvesOf,
  drawn,
  endOf,
  lineThrough,
  placeOf,
  settledAt,
  smoothed,
  spanOf,
  valuesAt,
} from '#web/charts/curves';
import { spread } from '#web/charts/labels';
import type { Row } from '#web/charts/measures';

const nothing = {
  training_loss: null,
  training_accuracy: null,
  validation_loss: null,
  validation_accuracy: null,
};
const rows: Row[] = [
  { epoch: 0.1, step: 1, elapsed_ms: 40, batch_loss: 2.3, batch_accuracy: 0.1, ...nothing },
  { epoch: 0.8, step: 8, elapsed_ms: 320, batch_loss: 0.5, batch_accuracy: 0.85, ...nothing },
  {
    epoch: 1,
    step: 10,
    elapsed_ms: 500,
    batch_loss: 0.3,
    batch_accuracy: 0.9,
    training_loss: 0.3,
    training_accuracy: 0.9,
    validation_loss: 0.4,
    validation_accuracy: 0.91,
  },
];
const names = { batch: 'Batch', training: 'Training', validation: 'Validation' };
const loss = curvesOf(rows, 'loss', 'epoch', names);
const plain = { axis: 'epoch', log: false, smoothing: 0 } as const;

describe('the horizontal axis', () => {
  test('counts epochs, steps or seconds', () => {
    const last = rows[2] as Row;
    expect([placeOf(last, 'epoch'), placeOf(last, 'step'), placeOf(last, 'time')]).toEqual([
      1, 10, 0.5,
    ]);
  });

  test('ends with the run, or at the latest point if the duration is unknown', () => {
    expect(endOf(rows, 'epoch', 5, 10)).toBe(5);
    expect(endOf(rows, 'step', 5, 10)).toBe(50);
    expect(endOf([...rows, { ...(rows[2] as Row), elapsed_ms: 2500 }], 'time', 5, 10)).toBe(2.5);
    expect(endOf([], 'time', 5, 10)).toBe(1);
  });
});

describe('the vertical axis', () => {
  const settled = settledAt(rows, 'epoch');

  test('of loss starts at 0 and contains all values of the settled part', () => {
    const [from, to] = spanOf(loss, 'loss', settled, false);
    expect(from).toBe(0);
    expect(to).toBeCloseTo(0.525);
  });

  test('of accuracy ends at 100 % and contains all values of the settled part', () => {
    const accuracy = curvesOf(rows, 'accuracy', 'epoch', names);
    expect(spanOf(accuracy, 'accuracy', settled, false)).toEqual([0.84, 1]);
  });

  test('shows everything during the first epoch, on any axis', () => {
    const before = rows.slice(0, 2);
    expect(settledAt(before, 'epoch')).toBe(0);
    const [, to] = spanOf(curvesOf(before, 'loss', 'step', names), 'loss', 0, false);
    expect(to).toBeGreaterThan(2.3);
    expect(settledAt(rows, 'step')).toBe(8);
  });

  test('has a default range without values', () => {
    const none = curvesOf([], 'loss', 'epoch', names);
    expect(spanOf(none, 'loss', 0, false)).toEqual([0, 1]);
    expect(spanOf(none, 'loss', 0, true)).toEqual([0.1, 10]);
  });

  test('on a log scale contains all values above 0 and drops the others', () => {
    const curves = { places: [1, 2, 3], lines: [{ ...line([0, 0.01, 2]) }] };
    const shown = drawn(curves, plain, true);
    expect(shown.lines[0]?.values).toEqual([null, 0.01, 2]);
    const [from, to] = spanOf(shown, 'loss', 2.5, true);
    expect(from).toBeLessThan(0.01);
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(2);
  });
});

function line(values: (number | null)[]) {
  return { name: 'Training', look: 'training' as const, values };
}

describe('smoothing', () => {
  test('keeps the given share of the previous mean, starting at the first value, across gaps', () => {
    expect(smoothed([8, null, 4, 4], 0.5)).toEqual([
      8,
      null,
      (2 * 4 + 8) / 3,
      (4 * 4 + 2 * 4 + 8) / 7,
    ]);
  });

  test('of 0 changes nothing, and constants stay constant', () => {
    expect(smoothed([3, 1, 2], 0)).toEqual([3, 1, 2]);
    for (const value of smoothed([7, 7, 7], 0.9)) expect(value).toBeCloseTo(7);
  });

  test('changes the curves, not the displayed values', () => {
    const curves = { places: [1, 2], lines: [line([8, 4])] };
    expect(drawn(curves, { ...plain, smoothing: 0.5 }, false).lines[0]?.values[1]).toBeCloseTo(
      16 / 3,
    );
    expect(valuesAt(curves, null)).toEqual([4]);
  });
});

test('the value at a position is the last one up to it, or none before the first', () => {
  expect(valuesAt(loss, 2)).toEqual([0.3, 0.3, 0.4]);
  expect(valuesAt(loss, 1)).toEqual([0.5, null, null]);
});

test('labels of lines that end close together are moved apart around their centre', () => {
  const label = (top: number) => ({ name: `${top}`, look: 'training' as const, left: 0, top });
  expect(spread([label(50), label(52)], 10).map(({ top }) => top)).toEqual([46, 56]);
  expect(spread([label(10), label(90)], 10).map(({ top }) => top)).toEqual([10, 90]);
});

test('PapaParse reads the CSV back as measured', () => {
  const parsed = Papa.parse<Record<string, number | null>>(historyCsv(rows), {
    header: true,
    dynamicTyping: true,
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  expect(parsed.data).toHaveLength(3);
  expect(parsed.data[1]).toEqual({
    Step: 8,
    Epoch: 0.8,
    'Time (s)': 0.32,
    'Batch loss': 0.5,
    'Batch accuracy (0 to 1)': 0.85,
    'Training loss': null,
    'Training accuracy (0 to 1)': null,
    'Validation loss': null,
    'Validation accuracy (0 to 1)': null,
  });
  expect(parsed.data[2]?.['Validation accuracy (0 to 1)']).toBe(0.91);
});

test('uses the valid parts of a stored view', () => {
  expect(viewOf(JSON.stringify({ axis: 'time', log: true, smoothing: 0.6 }))).toEqual({
    axis: 'time',
    log: true,
    smoothing: 0.6,
  });
  for (const text of [null, 'rubbish', '{"axis":"moon","log":1,"smoothing":7}', '7'])
    expect(viewOf(text)).toEqual(plain);
});

test('a line spans the box, with the highest value at the top and 0 at the bottom', () => {
  expect(lineThrough(Float32Array.of(0, 2, 1), 100, 10)).toBe('0.0,10.0 50.0,0.0 100.0,5.0');
});

test('there is no line without values', () => {
  expect(lineThrough(new Float32Array(), 100, 10)).toBe('');
  expect(lineThrough([0, 0], 100, 10)).toBe('');
});
