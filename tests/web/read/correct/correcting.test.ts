import { beforeEach, expect, test } from 'vitest';
import { Corrections } from '#web/corrections/corrections.svelte';
import { ModelInUse } from '#web/model/model.svelte';
import type { Picture } from '#web/pictures/picture';
import { Correcting } from '#web/read/correct/correcting.svelte';
import { ReadSession } from '#web/read/session.svelte';
import { clientOfFake } from '../../fakeEngine';

let session: ReadSession;
let model: ModelInUse;
let corrections: Corrections;
let correcting: Correcting;
beforeEach(async () => {
  const engine = clientOfFake();
  model = new ModelInUse(engine);
  session = new ReadSession(engine, clientOfFake(), model);
  corrections = new Corrections({
    read: async () => [],
    save: async () => {},
    remove: async () => {},
  });
  correcting = new Correcting(session, corrections);
  await model.use(Uint8Array.of(1), 'file');
});

const answered = () => new Promise((resolve) => setTimeout(resolve));

/** Draws this many dots, which are read as their number. */
async function write(strokes: number): Promise<void> {
  for (let at = 0; at < strokes; at++) {
    session.drawing.begin(1, { x: at, y: at });
    session.drawing.end(1);
  }
  session.inkChanged();
  await answered();
}

test('a correction becomes the answer at once, and is collected with its strokes', async () => {
  await write(2);
  expect(correcting.correct('7')).toBe(true);
  expect(correcting.text).toBe('7');
  expect(session.announcement).toMatch(/^Corrected to 7/);
  const [one] = corrections.all;
  expect(one?.name).toBe('7');
  expect(one?.image).toEqual(new Uint8Array(784).fill(2));
  expect(one?.strokes).toEqual([[{ x: 0, y: 0 }], [{ x: 1, y: 1 }]]);
});

test('correcting again replaces the correction', async () => {
  await write(2);
  correcting.correct('7');
  correcting.correct('1');
  expect(correcting.text).toBe('1');
  expect(corrections.all.map(({ name }) => name)).toEqual(['1']);
});

test('more ink discards the correction', async () => {
  await write(2);
  correcting.correct('7');
  await write(1);
  expect(correcting.text).toBe('3');
});

test('a correction is still there after a picture was looked at', async () => {
  await write(2);
  correcting.correct('7');
  const grey = { grey: Uint8Array.of(1, 3), width: 2, height: 1 };
  session.show({ grey } as unknown as Picture);
  await answered();
  expect(correcting.text).not.toBe('7');
  session.closePicture();
  await answered();
  expect(correcting.text).toBe('7');
});

test('another model’s reading discards the correction', async () => {
  await write(2);
  correcting.correct('7');
  await model.use(Uint8Array.of(2), 'file');
  await answered();
  expect(correcting.text).toBe('2');
});

test('removing a correction restores the reading', async () => {
  await write(2);
  correcting.correct('7');
  await corrections.remove(corrections.all);
  expect(correcting.text).toBe('2');
});

test('nothing can be corrected on an empty pad, before an answer or during a stroke', async () => {
  expect(correcting.correct('7')).toBe(false);
  await write(2);
  session.inkChanged();
  expect(correcting.correct('7')).toBe(false);
  await answered();
  session.drawing.begin(1, { x: 0, y: 0 });
  expect(correcting.correct('7')).toBe(false);
  expect(corrections.all).toEqual([]);
});

test('a picture’s digit is corrected like a drawn one, without strokes', async () => {
  await write(2);
  const grey = { grey: Uint8Array.of(1, 3), width: 2, height: 1 };
  session.show({ grey } as unknown as Picture);
  await answered();
  expect(session.digits).toHaveLength(1);
  expect(correcting.correct('7')).toBe(true);
  expect(correcting.text).toBe('7');
  expect(corrections.all).toMatchObject([{ name: '7', strokes: [] }]);
});

test('a correction that is discarded restores the reading', async () => {
  await write(2);
  correcting.correct('7');
  correcting.forget();
  expect(correcting.text).toBe('2');
  expect(corrections.all).toEqual([]);
  expect(session.announcement).toMatch(/discarded/);
});
