import { expect, test } from 'vitest';
import { PictureQueue, type WaitingPicture } from '#web/worker/import/pictureQueue';

/** Returns a PNG up to its size. */
function picture(path: string, width: number, height: number, length = 24): WaitingPicture {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return { path, bytes };
}

const limits = { pictures: 4, pixels: 1000, bytes: 500 };

function queueOf(...pictures: WaitingPicture[]): PictureQueue {
  const queue = new PictureQueue(limits);
  for (const one of pictures) queue.add(one);
  return queue;
}

const nextBatch = (queue: PictureQueue) => queue.take().map(({ path }) => path);

test('small pictures are decoded together, up to the limits', () => {
  const queue = queueOf(...['a', 'b', 'c', 'd', 'e'].map((path) => picture(path, 5, 5)));
  expect(queue.due).toBe(true);
  expect(nextBatch(queue)).toEqual(['a', 'b', 'c', 'd']);
  expect(queue.due).toBe(false);
  expect(nextBatch(queue)).toEqual(['e']);
  expect(queue.empty).toBe(true);
});

test('large pictures are decoded one by one, in order', () => {
  const queue = queueOf(
    picture('small', 10, 10),
    picture('large', 30, 30),
    picture('larger', 100, 100),
    picture('last', 10, 10),
  );
  expect(nextBatch(queue)).toEqual(['small', 'large']);
  expect(nextBatch(queue)).toEqual(['larger']);
  expect(nextBatch(queue)).toEqual(['last']);
});

test('large files are decoded before more arrive', () => {
  const queue = queueOf(picture('a', 5, 5, 300));
  expect(queue.due).toBe(false);
  queue.add(picture('b', 5, 5, 300));
  expect(queue.due).toBe(true);
  queue.take();
  expect(queue.due).toBe(false);
});

test('files that aren’t pictures are decoded with the others, and refused', () => {
  const none = { path: 'none', bytes: Uint8Array.of(1, 2, 3) };
  expect(nextBatch(queueOf(none, picture('a', 5, 5)))).toEqual(['none', 'a']);
});
