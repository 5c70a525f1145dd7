import { beforeEach, expect, test } from 'vitest';
import { Corrections } from '#web/corrections/corrections.svelte';
import { ModelInUse } from '#web/model/model.svelte';
import type { Picture } from '#web/pictures/picture';
import { Correcting } from '#web/read/correct/correcting.svelte';
import { ReadSession } from '#web/read/session.svelte';
import { clientOfDouble } from '../../double';

let session: ReadSession;
let model: ModelInUse;
let corrections: Corrections;
let correcting: Correcting;
beforeEach(async () => {
  const engine = clientOfDouble();
  model = new ModelInUse(engine);
  session = new ReadSession(engine, clientOfDouble(), model);
  corrections = new Corrections({
    read: async () => [],
    save: async () => {},
    remove: async () => {},
  });
  correcting = new Correcting(session, corrections);
  await model.use(Uint8Array.of(1), 'file');
});

const answered = () => new Promise((resolve) => setTimeout(resolve));

/** So many dots are read as their number. */
async function write(strokes: number): Promise<void> {
  for (let at = 0; at < strokes; at++) {
    session.drawing.begin(1, { x: at, y: at });
    session.drawing.end(1);
  }
  session.inkChanged();
  await answered();
}

test('a correction is the answer at once, and collected with its strokes', async () => {
  await write(2);
  expect(correcting.correct('7')).toBe(true);
  expect(correcting.text).toBe('7');
  expect(session.announcement).toMatch(/^Corrected to 7/);
  const [one] = corrections.all;
  expect(one?.name).toBe('7');
  expect(one?.image).toEqual(new Uint8Array(784).fill(2));
  expect(one?.strokes).toEqual([[{ x: 0, y: 0 }], [{ x: 1, y: 1 }]]);
});

test('a correction of a correction counts in its place', async () => {
  await write(2);
  correcting.correct('7');
  correcting.correct('1');
  expect(correcting.text).toBe('1');
  expect(corrections.all.map(({ name }) => name)).toEqual(['1']);
});

test('more ink is read as the model reads it', async () => {
  await write(2);
  correcting.correct('7');
  await write(1);
  expect(correcting.text).toBe('3');
});

test('what another model reads is shown as it reads it', async () => {
  await write(2);
  correcting.correct('7');
  await model.use(Uint8Array.of(2), 'file');
  await answered();
  expect(correcting.text).toBe('2');
});

test('a correction that is removed does not stand any more', async () => {
  await write(2);
  correcting.correct('7');
  await corrections.remove(corrections.all);
  expect(correcting.text).toBe('2');
});

test('nothing is corrected on an empty pad, nor while the answer is on its way or the pen down', async () => {
  expect(correcting.correct('7')).toBe(false);
  await write(2);
  session.inkChanged();
  expect(correcting.correct('7')).toBe(false);
  await answered();
  session.drawing.begin(1, { x: 0, y: 0 });
  expect(correcting.correct('7')).toBe(false);
  expect(corrections.all).toEqual([]);
});

test('a digit of a picture is corrected like a drawn one, without strokes', async () => {
  await write(2);
  const grey = { grey: Uint8Array.of(1, 3), width: 2, height: 1 };
  session.show({ grey } as unknown as Picture);
  await answered();
  expect(session.digits).toHaveLength(1);
  expect(correcting.correct('7')).toBe(true);
  expect(correcting.text).toBe('7');
  expect(corrections.all).toMatchObject([{ name: '7', strokes: [] }]);
});

test('a correction that is not kept is gone, and the digit is as it was read', async () => {
  await write(2);
  correcting.correct('7');
  correcting.forget();
  expect(correcting.text).toBe('2');
  expect(corrections.all).toEqual([]);
  expect(session.announcement).toMatch(/discarded/);
});
