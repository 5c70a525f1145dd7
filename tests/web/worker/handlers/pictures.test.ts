import { describe, expect, test } from 'vitest';
import type { PictureRequest } from '#web/protocol/calls';
import { digitNames } from '#web/shared/classes';
import { picturesHandlers } from '#web/worker/handlers/picturesHandlers';
import { fakeEngine, living } from '../../fakeEngine';
import { left, realPicturesEngine, shippedModel } from '../../realEngine';

const context = () => ({ report: () => {}, signal: new AbortController().signal });

/** White paper with a vertical bar, which is a one. */
function one(width: number, height: number): Uint8Array {
  const grey = new Uint8Array(width * height).fill(230);
  for (let y = 20; y < height - 20; y++) grey.fill(30, y * width + 50, y * width + 56);
  return grey;
}

const requestOf = (grey: Uint8Array, width: number, height: number): PictureRequest => ({
  model: shippedModel(),
  classes: digitNames,
  picture: { grey, width, height },
});

describe('a picture', () => {
  test('is read by the model that comes with it, which is then freed', async () => {
    const handlers = picturesHandlers(fakeEngine);
    const picture = { grey: Uint8Array.of(2, 8), width: 2, height: 1 };
    const reading = await handlers.read_picture(
      { model: Uint8Array.of(1), classes: digitNames, picture },
      context(),
    );
    expect(reading.text).toBe('88');
    expect(living.handles).toBe(0);
  });

  test('with an invalid model file is refused with the engine’s sentence', async () => {
    const handlers = picturesHandlers(fakeEngine);
    const picture = { grey: Uint8Array.of(2, 8), width: 2, height: 1 };
    const refused = handlers.read_picture(
      { model: Uint8Array.of(13), classes: digitNames, picture },
      context(),
    );
    await expect(refused).rejects.toMatchObject({ kind: 'engine', message: 'not a model' });
    expect(living.handles).toBe(0);
  });
});

describe('the real engine', () => {
  test('reads a picture, with a box in its pixels', async () => {
    const handlers = picturesHandlers(await realPicturesEngine());
    const request = requestOf(one(100, 110), 100, 110);
    const { text, boxes } = await handlers.read_picture(request, context());
    expect(text).toBe('1');
    const [x = 0, y = 0, width = 0, height = 0] = boxes;
    expect(Math.abs(x - 50) + Math.abs(y - 20)).toBeLessThan(4);
    expect(Math.abs(width - 6) + Math.abs(height - 70)).toBeLessThan(4);
  });

  test('finds nothing if sizes are wrong or wild, or nothing is written', async () => {
    const handlers = picturesHandlers(await realPicturesEngine());
    const read = (grey: Uint8Array, width: number, height: number) =>
      handlers.read_picture(requestOf(grey, width, height), context());
    const bar = one(100, 110);
    for (const [width, height] of [
      [100, 111],
      [0, 0],
      [-100, -110],
      [Number.NaN, 110],
      [1e9, 1e9],
      [65_536, 65_536],
    ] as const) {
      const reading = await read(bar, width, height);
      expect(reading.is_digit, `${width} x ${height}`).toHaveLength(0);
    }
    for (const [width, height] of [
      [0, 0],
      [1, 1],
      [1, 2400],
      [2400, 1],
      [2400, 2400],
    ] as const) {
      const reading = await read(new Uint8Array(width * height).fill(200), width, height);
      expect(reading.is_digit, `${width} x ${height}`).toHaveLength(0);
    }
    expect((await read(bar, 100, 110)).text).toBe('1');
  });

  test('frees everything after reading a picture', async () => {
    const engine = await realPicturesEngine();
    const handlers = picturesHandlers(engine);
    const read = () => handlers.read_picture(requestOf(one(300, 400), 300, 400), context());
    for (let time = 0; time < 2; time++) await read(); // memory has settled after the first round
    const before = left(engine);
    for (let time = 0; time < 20; time++) await read();
    expect(left(engine)).toEqual(before);
  });

  test('reads nothing without a model', async () => {
    const reader = new (await realPicturesEngine()).PictureReader();
    expect(reader.read_picture(one(100, 110), 100, 110).is_digit).toHaveLength(0);
    reader.delete();
  });
});

describe('the steps of reading a picture', () => {
  test('are images of the searched size, with read parts in colour', async () => {
    const engine = await realPicturesEngine();
    const steps = engine.picture_steps(one(300, 400), 300, 400);
    expect([steps.width, steps.height]).toEqual([300, 400]);
    const inside = 4 * (200 * 300 + 53);
    expect([...steps.ink.subarray(inside, inside + 4)]).toEqual([0, 0, 0, 255]);
    expect([...steps.lines.subarray(inside, inside + 4)]).toEqual([255, 255, 255, 255]);
    expect(new Set(steps.parts.subarray(inside, inside + 3)).size).toBeGreaterThan(1);
    expect(steps.paper[0]).toBe(230);
  });

  test('are empty for an array of another size', async () => {
    const engine = await realPicturesEngine();
    expect(engine.picture_steps(one(100, 110), 110, 110).paper).toHaveLength(0);
  });
});
