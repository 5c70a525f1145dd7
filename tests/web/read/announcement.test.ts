import { describe, expect, test } from 'vitest';
import { announcementOf } from '#web/read/announcement';
import { boxesOf, confidentFrom, digitsOf, runnerUp } from '#web/shared/digitReadings';
import { oneOrSeven, readingOf, scribble, seven } from '../readings';

const three = digitsOf(readingOf(seven, oneOrSeven, scribble));

describe('a reading of three digits', () => {
  test('has each with its own likeliest and runner-up', () => {
    expect(three.map(({ best, next }) => [best.label, next.label])).toEqual([
      [7, 1],
      [1, 7],
      [3, 8],
    ]);
    expect(three[1]?.best.probability).toBeCloseTo(0.55);
    expect(three[1]?.next.probability).toBeCloseTo(0.45);
  });

  test('has the candidates of each in the order of the digits', () => {
    for (const { candidates } of three) {
      expect(candidates.map(({ label }) => label)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
    }
  });

  test('has the image of each that the model saw', () => {
    for (const { image, best } of three) {
      expect([...image]).toEqual(new Array(784).fill(best.label));
    }
  });

  test('tells what is sure from what is unsure, and both from what is no digit', () => {
    expect(three.map(({ verdict }) => verdict)).toEqual(['digit', 'unsure', 'none']);
  });
});

test('an answer is sure from a probability on, not below', () => {
  const verdict = (sure: number) => digitsOf(readingOf({ ...seven, sure }))[0]?.verdict;
  expect(verdict(confidentFrom)).toBe('digit');
  expect(verdict(confidentFrom - 0.001)).toBe('unsure');
});

test('a runner-up without a chance is not named', () => {
  const second = (sure: number) => digitsOf(readingOf({ ...seven, sure })).map(runnerUp)[0];
  expect(second(0.99)?.label).toBe(1);
  expect(second(0.9995)).toBe(null);
});

test('nothing read has no digits and no boxes', () => {
  for (const none of [null, readingOf()]) {
    expect(digitsOf(none)).toEqual([]);
    expect(boxesOf(none)).toEqual([]);
  }
});

test('there is one box round each digit', () => {
  expect(boxesOf(readingOf(seven, seven))).toEqual([
    { x: 1, y: 2, width: 3, height: 4 },
    { x: 5, y: 6, width: 7, height: 8 },
  ]);
});

describe('what is announced', () => {
  const announced = (...made: Parameters<typeof readingOf>) =>
    announcementOf(digitsOf(readingOf(...made)), 'digit');

  test('of one digit says how sure it is, or between which it is in doubt', () => {
    expect(announced(seven)).toBe('7, 98.0% confident');
    expect(announced(oneOrSeven)).toBe('Not sure: 1 or 7');
    expect(announced(scribble)).toBe('Not a digit (looks most like 3)');
  });

  test('of several says what each is', () => {
    expect(announced(seven, oneOrSeven, scribble)).toBe('3 digits: 7, 1 or 7, not a digit');
  });

  test('of several names the marks where they stand, and no frame', () => {
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

  test('of other classes says that it is none of these', () => {
    const announced = (...made: Parameters<typeof readingOf>) =>
      announcementOf(digitsOf(readingOf(...made)), 'class');
    expect(announced(scribble)).toBe('None of these (looks most like 3)');
    expect(announced(seven, scribble)).toBe('2 signs: 7, none of these');
  });

  test('of none says that the pad is empty', () => {
    expect(announced()).toBe('The pad is empty.');
  });
});
