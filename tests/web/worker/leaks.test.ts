import { beforeEach, expect, test } from 'vitest';
import type { CallContext, CallName, Handlers } from '#web/protocol/calls';
import { digitNames } from '#web/shared/classes';
import { readingHandlers } from '#web/worker/handlers/readingHandlers';
import { trainingHandlers } from '#web/worker/handlers/trainingHandlers';
import { FakeStore, training } from '../fakeEngine';
import { left, living, realReadingEngine, realTrainingEngine, shippedModel } from '../realEngine';

beforeEach(() => {
  living.handles = 0;
});

function context<Name extends CallName>(report = () => {}): CallContext<Name> {
  return { report, signal: new AbortController().signal };
}

const ink = {
  points: Float32Array.from({ length: 80 }, (_, at) => (at % 2 ? at : 40 + 5 * Math.sin(at / 9))),
  stroke_lengths: Uint32Array.of(25, 15),
};

test('a thousand readings leak nothing in the engine', async () => {
  const engine = await realReadingEngine();
  const handlers = readingHandlers(engine);
  await handlers.load_model(shippedModel(), context());
  const read = async (times: number) => {
    for (let time = 0; time < times; time++) await handlers.read(ink, context());
  };
  await read(100);
  const before = left(engine);
  expect(before.handles).toBe(1);
  await read(900);
  expect(left(engine)).toEqual(before);
});

test('explanations leak nothing, finished or cancelled', async () => {
  const engine = await realReadingEngine();
  const handlers = readingHandlers(engine);
  await handlers.load_model(shippedModel(), context());
  const { images: image } = await handlers.read(ink, context());
  const explain = () => handlers.explain({ image, answer: 7, rival: 1 }, context());
  const explainTwice = async () => {
    const overtaken = expect(explain()).rejects.toMatchObject({ kind: 'cancelled' });
    const { evidence } = await explain();
    await overtaken;
    expect(evidence).toHaveLength(784);
    await handlers.activations(image, context());
  };
  await explainTwice();
  const before = left(engine);
  for (let time = 0; time < 20; time++) await explainTwice();
  expect(left(engine)).toEqual(before);
});

/** Trains twice: one run is stopped at its first report, the other finishes. */
async function trainStopTrain(handlers: Handlers<'training'>): Promise<void> {
  const stop = () => handlers.control_training('stop', context());
  const stopped = await handlers.train(training({ epochs: 10_000 }), context(stop));
  expect(stopped.stopped).toBe(true);
  const finished = await handlers.train(training({ epochs: 1 }), context());
  expect(finished.progress.state).toBe('finished');
  const scores = await handlers.score_validation(finished.model, context());
  expect(scores).toEqual(finished.answers);
  const { images } = await handlers.trained_images(scores.rows, context());
  expect(images).toHaveLength(scores.rows.length * 784);
}

test('a stopped training and a finished one leave the data intact', async () => {
  const engine = await realTrainingEngine();
  const handlers = trainingHandlers(engine, new FakeStore());
  await handlers.make_sample({ images: 300, seed: 1 }, context());
  await trainStopTrain(handlers);
  const before = left(engine);
  expect(before.handles).toBe(2); // the data, and the last run with its copy
  for (let time = 0; time < 3; time++) await trainStopTrain(handlers);
  const after = left(engine);
  expect({ ...after, bytes: 0 }).toEqual({ ...before, bytes: 0 });
  // The last run is at another place in memory, in blocks that may be a few bytes larger.
  expect(Math.abs(after.bytes - before.bytes)).toBeLessThan(2000);
});

test('predicting a file leaks nothing', async () => {
  const engine = await realTrainingEngine();
  const handlers = trainingHandlers(engine);
  const image = new Array(784).fill(0).join(',');
  const file = new File([`${image}\n`.repeat(600)], 'test.csv');
  const predict = () =>
    handlers.predict(
      { model: shippedModel(), classes: digitNames, file, adjustments: [] },
      context(),
    );
  expect((await predict()).labels).toHaveLength(600);
  for (let time = 0; time < 3; time++) await predict(); // heap fragmentation settles in three rounds; a leak grows with each
  const before = left(engine);
  await predict();
  expect(left(engine)).toEqual(before);
});
