import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { Problems } from '#web/kit/problems.svelte';
import type { SampleScores } from '#web/protocol/types';
import { classScores, confusedPairs } from '#web/results/confusion';
import { chanceOfDifference, compare } from '#web/results/mistakes/comparison';
import { Mistakes } from '#web/results/mistakes/mistakes.svelte';
import { calibrationError, reliability } from '#web/results/mistakes/reliability';
import { ofCell, seenAt, worstMistakes } from '#web/results/mistakes/rows';
import { chosen, clientOfFake, only, training } from '../../fakeEngine';

/** Rows of label, prediction, confidence and loss. */
function scoresOf(...rows: [number, number, number, number][]): SampleScores {
  const confidence = Float32Array.from(rows, (row) => row[2]);
  const losses = Float32Array.from(rows, (row) => row[3]);
  return {
    rows: Uint32Array.from(rows, (_, at) => 100 + at),
    labels: Uint8Array.from(rows, (row) => row[0]),
    predicted: Uint8Array.from(rows, (row) => row[1]),
    confidence,
    uncalibrated: confidence,
    label_probability: losses.map((loss) => Math.exp(-loss)),
    losses,
  };
}

describe('rows', () => {
  const scores = scoresOf(
    [4, 9, 0.5, 0.9],
    [4, 4, 0.99, 0.01],
    [4, 9, 0.75, 2],
    [7, 1, 0.625, 1.5],
  );

  test('of a cell come most confident first', () => {
    expect(ofCell(scores, 4, 9)).toEqual([2, 0]);
    expect(ofCell(scores, 4, 4)).toEqual([1]);
    expect(ofCell(scores, 0, 1)).toEqual([]);
  });

  test('that are wrong come by loss', () => {
    expect(worstMistakes(scores, 9)).toEqual([2, 3, 0]);
    expect(worstMistakes(scores, 1)).toEqual([2]);
  });

  test('are identified by their position in the data', () => {
    expect(seenAt(scores, 3)).toEqual({ row: 103, label: 7, predicted: 1, confidence: 0.625 });
  });
});

describe('each class', () => {
  const matrix = new Uint32Array(100);
  matrix[0] = 8; // 0 read as 0
  matrix[6] = 2; // 0 read as 6
  matrix[66] = 6;
  matrix[60] = 4; // 6 read as 0

  test('has precision, recall, F1 and number of images, as computed by hand', () => {
    const [zero] = classScores(matrix);
    expect(zero).toMatchObject({ label: 0, precision: 8 / 12, recall: 0.8, images: 10 });
    expect(zero?.f1).toBeCloseTo((2 * (8 / 12) * 0.8) / (8 / 12 + 0.8));
    expect(classScores(matrix)[6]).toMatchObject({ precision: 0.75, recall: 0.6, images: 10 });
  });

  test('that doesn’t occur has no scores', () => {
    expect(classScores(matrix)[3]).toMatchObject({ recall: Number.NaN, images: 0 });
  });

  test('lists confusions, most frequent pair first', () => {
    expect(confusedPairs(matrix)).toEqual([
      { truth: 6, predicted: 0, images: 4 },
      { truth: 0, predicted: 6, images: 2 },
    ]);
  });
});

describe('reliability', () => {
  test('uses fifteen bins, with boundaries in the lower one', () => {
    const bins = reliability([1, 0.95, 1 / 15, 0.07], (place) => place === 0);
    expect(bins).toHaveLength(15);
    expect(bins[14]).toMatchObject({ images: 2, right: 0.5 });
    expect(bins[14]?.confidence).toBeCloseTo(0.975);
    expect(bins[0]?.images).toBe(1);
    expect(bins[1]?.images).toBe(1);
  });

  test('has the weighted calibration error, as computed by hand', () => {
    // Three in the last bin: mean confidence 0.95, two of three right. One at 0.5, right.
    const confidence = [0.94, 0.95, 0.96, 0.5];
    const bins = reliability(confidence, (place) => place !== 0);
    expect(calibrationError(bins)).toBeCloseTo((3 * (0.95 - 2 / 3) + 0.5) / 4);
    expect(calibrationError(reliability([], () => true))).toBe(0);
  });
});

describe('two models', () => {
  const first = scoresOf([1, 1, 1, 0], [2, 2, 1, 0], [3, 5, 1, 0], [4, 9, 1, 0]);
  const second = scoresOf([1, 1, 1, 0], [2, 7, 1, 0], [3, 3, 1, 0], [4, 4, 1, 0]);

  test('on the same rows are both right, one right, or both wrong', () => {
    const found = compare(first, second);
    expect(found).toEqual({ bothRight: [0], onlyFirst: [1], onlySecond: [2, 3], bothWrong: [] });
  });

  test('differ with the p-value of an exact coin test', () => {
    const with_ = (one: number, other: number) =>
      chanceOfDifference({
        bothRight: [],
        onlyFirst: new Array(one).fill(0),
        onlySecond: new Array(other).fill(0),
        bothWrong: [],
      });
    expect(with_(0, 0)).toBe(1);
    expect(with_(5, 5)).toBe(1);
    expect(with_(0, 5)).toBeCloseTo(2 / 32);
    expect(with_(8, 1)).toBeCloseTo((2 * (1 + 9)) / 512);
    expect(with_(900, 1100)).toBeLessThan(0.001); // no overflow or underflow on the way
    expect(with_(1000, 1000)).toBeCloseTo(1);
  });
});

describe('the last run', () => {
  let engine: EngineClient<'training'>;
  let problems: Problems;
  let mistakes: Mistakes;
  beforeEach(() => {
    engine = clientOfFake();
    problems = new Problems();
    mistakes = new Mistakes(engine, problems);
  });

  async function trained(): Promise<SampleScores> {
    await engine.call('import_data', only(chosen([1, 2, 3])));
    return (await engine.call('train', training())).answers;
  }

  test('provides the images of its rows', async () => {
    await trained();
    expect(await mistakes.images(Uint32Array.of(1, 2))).toHaveLength(2 * 784);
  });

  test('is compared with another model, labelled with this run', async () => {
    const answers = await trained();
    await mistakes.compare(Uint8Array.of(8), 'other.safetensors', answers);
    expect(mistakes.other).toMatchObject({ name: 'other.safetensors', of: answers });
    expect([...(mistakes.other?.scores.predicted ?? [])]).toEqual([8, 8, 8]);
    expect(mistakes.comparing).toBe(null);
  });

  test('keeps the previous comparison if a file isn’t a model, and reports that', async () => {
    const answers = await trained();
    await mistakes.compare(Uint8Array.of(8), 'other', answers);
    await mistakes.compare(Uint8Array.of(13), 'bad', answers);
    expect(mistakes.other?.name).toBe('other');
    expect(problems.current).toMatchObject({
      place: 'mistakes',
      happened: { text: 'not a model' },
    });
    expect(mistakes.comparing).toBe(null);
  });

  test('drops the error of an earlier file once another is chosen', async () => {
    const answers = await trained();
    const bad = mistakes.compare(Uint8Array.of(13), 'bad', answers);
    await Promise.all([bad, mistakes.compare(Uint8Array.of(8), 'other', answers)]);
    expect(mistakes.other?.name).toBe('other');
    expect(problems.current).toBe(null);
  });

  test('shows an error if it is gone', async () => {
    expect(await mistakes.images(Uint32Array.of(1))).toHaveLength(0);
    expect(problems.current?.place).toBe('mistakes');
  });
});
