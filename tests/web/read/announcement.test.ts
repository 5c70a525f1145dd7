import { describe, expect, test } from 'vitest';
import { announcementOf } from '#web/read/announcement';
import { boxesOf, confidentFrom, digitsOf, runnerUp } from '#web/shared/digitReadings';
import { oneOrSeven, readingOf, scribble, seven } from '../readings';

const three = digitsOf(readingOf(seven, oneOrSeven, scribble));

describe('a reading of three digits', () => {
  test('has each digit’s likeliest class and runner-up', () => {
    expect(three.map(({ best, next }) => [best.label, next.label])).toEqual([
      [7, 1],
      [1, 7],
      [3, 8],
    ]);
    expect(three[1]?.best.probability).toBeCloseTo(0.55);
    expect(three[1]?.next.probability).toBeCloseTo(0.45);
  });

  test('has each digit’s candidates in class order', () => {
    for (const { candidates } of three) {
      expect(candidates.map(({ label }) => label)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
    }
  });

  test('has each digit’s image as the model saw it', () => {
    for (const { image, best } of three) {
      expect([...image]).toEqual(new Array(784).fill(best.label));
    }
  });

  test('distinguishes confident, unsure and rejected digits', () => {
    expect(three.map(({ verdict }) => verdict)).toEqual(['digit', 'unsure', 'none']);
  });
});

test('an answer is confident from the threshold on', () => {
  const verdict = (sure: number) => digitsOf(readingOf({ ...seven, sure }))[0]?.verdict;
  expect(verdict(confidentFrom)).toBe('digit');
  expect(verdict(confidentFrom - 0.001)).toBe('unsure');
});

test('an unlikely runner-up isn’t mentioned', () => {
  const second = (sure: number) => digitsOf(readingOf({ ...seven, sure })).map(runnerUp)[0];
  expect(second(0.99)?.label).toBe(1);
  expect(second(0.9995)).toBe(null);
});

test('an empty reading has no digits and no boxes', () => {
  for (const none of [null, readingOf()]) {
    expect(digitsOf(none)).toEqual([]);
    expect(boxesOf(none)).toEqual([]);
  }
});

test('there is one box per digit', () => {
  expect(boxesOf(readingOf(seven, seven))).toEqual([
    { x: 1, y: 2, width: 3, height: 4 },
    { x: 5, y: 6, width: 7, height: 8 },
  ]);
});

describe('the announcement', () => {
  const announced = (...made: Parameters<typeof readingOf>) =>
    announcementOf(digitsOf(readingOf(...made)), 'digit');

  test('of one digit gives its confidence, or the two candidates', () => {
    expect(announced(seven)).toBe('7, 98.0% confident');
    expect(announced(oneOrSeven)).toBe('Not sure: 1 or 7');
    expect(announced(scribble)).toBe('Not a digit (looks most like 3)');
  });

  test('of several lists each', () => {
    expect(announced(seven, oneOrSeven, scribble)).toBe('3 digits: 7, 1 or 7, not a digit');
  });

  test('of several names marks in place, but no frames', () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const digits = digitsOf(readingOf(seven, seven));
    expect(
      announcementOf(digits, 'digit', [
        { kind: 'dash', box, position: 0 },
        { kind: 'frame', box, position: 1 },
        { kind: 'point', box, position: 1 },
      ]),
    ).toBe('2 digits: dash, 7, point, 7');
  });

  test('of other classes says that it is none of them', () => {
    const announced = (...made: Parameters<typeof readingOf>) =>
      announcementOf(digitsOf(readingOf(...made)), 'class');
    expect(announced(scribble)).toBe('None of these (looks most like 3)');
    expect(announced(seven, scribble)).toBe('2 symbols: 7, none of these');
  });

  test('of an empty pad says so', () => {
    expect(announced()).toBe('The pad is empty.');
  });
});
