import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import type { CallContext, CallName, EngineName, Question } from '#web/protocol/calls';
import type { ReadingEngine } from '#web/protocol/types';
import { layersOf } from '#web/read/why/layers';
import { readingHandlers } from '#web/worker/handlers/readingHandlers';
import { clientOfFake, living } from '../../fakeEngine';
import { realReadingEngine, shippedModel } from '../../realEngine';

const ink = { points: Float32Array.of(1, 2), stroke_lengths: Uint32Array.of(1) };
const question: Question = { image: new Uint8Array(784), answer: 4, rival: 9 };
const rows = 14;
const cancelled = { kind: 'cancelled' };

let client: EngineClient<EngineName>;
beforeEach(async () => {
  Object.assign(living, { handles: 0, rows: 0 });
  client = clientOfFake();
  await client.call('load_model', Uint8Array.of(7));
});

describe('an explanation', () => {
  test('arrives after all of its rows', async () => {
    const { evidence } = await client.call('explain', question);
    expect(living.rows).toBe(rows);
    expect([evidence[0], evidence[783]]).toEqual([4, -9]);
  });

  test('is cancelled by a new drawing, which doesn’t wait for it', async () => {
    const overtaken = expect(client.call('explain', question)).rejects.toMatchObject(cancelled);
    const reading = await client.call('read', ink);
    expect(reading.text).toBe('1');
    expect(living.rows).toBeLessThan(2);
    await overtaken;
    expect(living.rows).toBeLessThan(2);
  });

  test('is cancelled by a newer one', async () => {
    const overtaken = expect(client.call('explain', question)).rejects.toMatchObject(cancelled);
    const { evidence } = await client.call('explain', { ...question, answer: 5 });
    expect(evidence[0]).toBe(5);
    await overtaken;
  });

  test('is cancelled on request', async () => {
    const canceller = new AbortController();
    const unwanted = client.call('explain', question, { signal: canceller.signal });
    canceller.abort();
    await expect(unwanted).rejects.toMatchObject(cancelled);
    expect(living.rows).toBeLessThan(rows);
  });

  test('doesn’t outlive its model', async () => {
    const overtaken = expect(client.call('explain', question)).rejects.toMatchObject(cancelled);
    await client.call('load_model', Uint8Array.of(8));
    await overtaken;
    expect(living.handles).toBe(1);
  });

  test('continues when a model is refused meanwhile', async () => {
    const explanation = client.call('explain', question);
    await expect(client.call('load_model', Uint8Array.of(13))).rejects.toThrow('not a model');
    expect((await explanation).evidence[0]).toBe(4);
  });

  test('is refused with the engine’s sentence', async () => {
    const refused = client.call('explain', { ...question, image: new Uint8Array(3) });
    await expect(refused).rejects.toMatchObject({ kind: 'engine', message: 'not an image' });
  });

  test('fails like reading if the worker has no model yet', async () => {
    await expect(clientOfFake().call('explain', question)).rejects.toMatchObject({
      kind: 'broken',
    });
  });
});

describe('the real engine', () => {
  const context = <Name extends CallName>(): CallContext<Name> => ({
    report: () => {},
    signal: new AbortController().signal,
  });
  let engine: ReadingEngine;
  beforeAll(async () => {
    engine = await realReadingEngine();
  });

  /** A vertical bar, like a plain 1. */
  const one = Uint8Array.from({ length: 784 }, (_, at) => {
    const [x, y] = [at % 28, Math.floor(at / 28)];
    return x > 12 && x < 16 && y > 3 && y < 24 ? 255 : 0;
  });

  test('finds the evidence for a 1 in its ink', async () => {
    const handlers = readingHandlers(engine);
    await handlers.load_model(shippedModel(), context());
    const explain = (answer: number, rival: number) =>
      handlers.explain({ image: one, answer, rival }, context());
    const { evidence } = await explain(1, 7);
    const inked = evidence.filter((_, at) => one[at] === 255);
    expect(inked.reduce((sum, worth) => sum + worth)).toBeGreaterThan(1);
    const other = await explain(7, 1);
    for (const [at, worth] of other.evidence.entries()) {
      expect(worth).toBeCloseTo(-(evidence[at] ?? 0), 3);
    }
  });

  test('returns the output of each layer', async () => {
    const handlers = readingHandlers(engine);
    await handlers.load_model(shippedModel(), context());
    const layers = layersOf(await handlers.activations(one, context()));
    expect(layers.length).toBeGreaterThan(1);
    for (const { height, width, channels, values } of layers) {
      expect(values).toHaveLength(height * width * channels);
    }
    const last = layers.at(-1);
    expect(last).toMatchObject({ name: 'dense 10', height: 1, width: 1, channels: 10 });
    expect(last?.values.indexOf(Math.max(...last.values))).toBe(1);
  });

  test('refuses invalid images and digits, and returns nothing without a model', () => {
    const reader = new engine.Reader();
    expect(reader.explain(one, 1, 7)).toMatch('No model');
    reader.load(shippedModel());
    expect(reader.explain(one.subarray(1), 1, 7)).toMatch('784 pixels');
    expect(reader.explain(one, 1, 10)).toMatch('no such class');
    expect(reader.explain_row()).toBe(false);
    expect(reader.evidence()).toHaveLength(0);
    expect(reader.activations(one.subarray(1))).toMatchObject({ names: '' });
    reader.delete();
  });
});
