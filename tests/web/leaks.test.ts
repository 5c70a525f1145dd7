import { beforeAll, expect, test } from 'vitest';
import type { CallContext, CallName, Handlers } from '#web/engine/calls';
import { handlersOf } from '#web/engine/handlers';
import { settings } from './double';
import { living, type RealEngine, realEngine, shippedModel } from './realEngine';

let engine: RealEngine;
let handlers: Handlers;
beforeAll(async () => {
  engine = await realEngine();
  handlers = handlersOf(engine);
});

function context<Name extends CallName>(report = () => {}): CallContext<Name> {
  return { report, signal: new AbortController().signal };
}

const left = () => ({
  ...living,
  values: engine.count_emval_handles(),
  bytes: engine.memory_in_use(),
});

const ink = {
  points: Float32Array.from({ length: 80 }, (_, at) => (at % 2 ? at : 40 + 5 * Math.sin(at / 9))),
  stroke_lengths: Uint32Array.of(25, 15),
};

test('a thousand readings leave nothing behind in the engine', async () => {
  await handlers.load_model(shippedModel(), context());
  const read = async (times: number) => {
    for (let time = 0; time < times; time++) await handlers.read(ink, context());
  };
  await read(100);
  const before = left();
  expect(before.handles).toBe(1);
  await read(900);
  expect(left()).toEqual(before);
});

/** Two runs of training: one is stopped as soon as it reports, one goes to its end. */
async function trainStopTrain(): Promise<void> {
  const run = { ...settings, epochs: 1 };
  const stop = () => handlers.steer_training('stop', context());
  const stopped = await handlers.train({ ...run, epochs: 10_000 }, context(stop));
  expect(stopped.stopped).toBe(true);
  const finished = await handlers.train(run, context());
  expect(finished.progress.state).toBe('finished');
}

test('a training that is stopped, and another that is not, leave the data alone', async () => {
  await handlers.make_sample({ images: 300, seed: 1 }, context());
  await trainStopTrain();
  const before = left();
  expect(before.handles).toBe(2); // the model that reads, and the data
  await trainStopTrain();
  expect(left()).toEqual(before);
});

test('predicting a file leaves nothing behind', async () => {
  const image = new Array(784).fill(0).join(',');
  const file = new File([`${image}\n`.repeat(600)], 'test.csv');
  const predict = () => handlers.predict({ model: shippedModel(), file }, context());
  expect((await predict()).labels).toHaveLength(600);
  const before = left();
  await predict();
  expect(left()).toEqual(before);
});
