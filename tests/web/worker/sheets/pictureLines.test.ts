import { describe, expect, test } from 'vitest';
import { linesIn, linesToReview } from '#web/worker/sheets/pictureLines';

test('each line has its own text, confidence, box and images', () => {
  const images = new Uint8Array(3 * 784).fill(5, 2 * 784);
  const lines = linesIn({
    texts: '12\n',
    confidences: Float32Array.of(0.5, 0),
    boxes: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    digits: Uint32Array.of(2, 1),
    images,
  });
  expect(lines.map(({ text, confidence }) => [text, confidence])).toEqual([
    ['12', 0.5],
    ['', 0],
  ]);
  expect(lines[1]?.box).toEqual({ x: 5, y: 6, width: 7, height: 8 });
  expect(lines.map(({ images }) => [images.length, images[0]])).toEqual([
    [2 * 784, 0],
    [784, 5],
  ]);
});

test('a picture without writing has no lines', () => {
  const none = { confidences: new Float32Array(0), boxes: new Float32Array(0) };
  const digits = new Uint32Array(0);
  expect(linesIn({ texts: '', ...none, digits, images: new Uint8Array(0) })).toEqual([]);
});

describe('an empty line', () => {
  const line = (text: string, height: number) => ({
    ...{ text, confidence: 0, images: new Uint8Array(0) },
    box: { x: 0, y: 0, width: 100, height },
  });
  const heights = (...lines: ReturnType<typeof line>[]) =>
    linesToReview(lines).map(({ box }) => box.height);

  test('needs review if it is about as high as lines with numbers', () => {
    expect(heights(line('12', 40), line('', 30), line('', 10), line('7', 44))).toEqual([
      40, 30, 44,
    ]);
  });

  test('is dropped if no line has a number', () => {
    expect(heights(line('', 40), line('', 30))).toEqual([]);
  });
});
