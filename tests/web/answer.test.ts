import { expect, test } from 'vitest';
import type { Reading } from '#web/engine/types';
import { candidates, imageSeen, isDigit, leading, ranked } from '#web/read/answer';

const reading: Reading = {
  text: '3',
  probabilities: Float32Array.of(0, 0, 0.1, 0.7, 0, 0, 0, 0.2, 0, 0),
  images: new Uint8Array(784).fill(9),
  is_digit: Uint8Array.of(1),
};
const scribble: Reading = { ...reading, text: '', is_digit: Uint8Array.of(0) };

test('the candidates stay in the order of the digits', () => {
  expect(candidates(reading).map(({ digit }) => digit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('the likeliest and the runner-up are named', () => {
  expect(ranked(reading)?.map(({ digit }) => digit)).toEqual([3, 7]);
});

test('what is no digit has its likeliest one all the same, as a guess', () => {
  expect(isDigit(reading)).toBe(true);
  expect(isDigit(scribble)).toBe(false);
  expect(leading(scribble)?.digit).toBe(3);
});

test('nothing read has no answer, no image and empty bars', () => {
  const nothing: Reading = {
    text: '',
    probabilities: new Float32Array(),
    images: new Uint8Array(),
    is_digit: new Uint8Array(),
  };
  for (const none of [null, nothing]) {
    expect(leading(none)).toBe(null);
    expect(imageSeen(none)).toBe(null);
    expect(isDigit(none)).toBe(false);
    expect(candidates(none).every(({ probability }) => probability === 0)).toBe(true);
  }
});

test('the image that the model saw is the one of that digit', () => {
  expect(imageSeen(reading)?.[0]).toBe(9);
  expect(imageSeen(reading, 1)).toBe(null);
});
