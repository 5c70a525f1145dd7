import { expect, test } from 'vitest';
import { linesIn } from '#web/worker/lines/pictureLines';

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

test('of a picture without writing there are no lines', () => {
  const none = { confidences: new Float32Array(0), boxes: new Float32Array(0) };
  const digits = new Uint32Array(0);
  expect(linesIn({ texts: '', ...none, digits, images: new Uint8Array(0) })).toEqual([]);
});
