import { expect, test } from 'vitest';
import type { CallContext, CallName } from '#web/protocol/calls';
import { readingHandlers } from '#web/worker/handlers/readingHandlers';
import { trainingHandlers } from '#web/worker/handlers/trainingHandlers';
import { training } from '../../fakeEngine';
import { metadataOf, withMetadata } from '../../metadata';
import { realReadingEngine, realTrainingEngine, shippedModel } from '../../realEngine';

const context = <Name extends CallName>(): CallContext<Name> => ({
  report: () => {},
  signal: new AbortController().signal,
});

const line = {
  points: Float32Array.from({ length: 40 }, (_, at) => (at % 2 ? 5 * at : 50)),
  stroke_lengths: Uint32Array.of(20),
};

async function readWith(leastEnergy: string) {
  const handlers = readingHandlers(await realReadingEngine());
  const model = withMetadata(shippedModel(), { temperature: '1.0000', least_energy: leastEnergy });
  await handlers.load_model(model, context());
  return handlers.read(line, context());
}

test('enough energy means a digit', async () => {
  const reading = await readWith('2.0000');
  expect([reading.text, ...reading.is_digit]).toEqual(['1', 1]);
});

test('too little energy means a rejection, and the likeliest digit is still known', async () => {
  const reading = await readWith('1000.0000');
  expect([reading.text, ...reading.is_digit]).toEqual(['', 0]);
  expect(reading.probabilities.indexOf(Math.max(...reading.probabilities))).toBe(1);
});

test('a model trained here is calibrated on the validation images, if any', async () => {
  const handlers = trainingHandlers(await realTrainingEngine());
  await handlers.make_sample({ images: 600, seed: 1 }, context());
  const trained = async (validation: number) => {
    const run = training({ epochs: 1, validation });
    return metadataOf((await handlers.train(run, context())).model);
  };
  const { temperature, least_energy } = await trained(0.2);
  expect(Number(temperature)).toBeGreaterThan(0.05);
  expect(Number(least_energy)).toBeGreaterThan(2);
  expect(await trained(0)).not.toHaveProperty('temperature');
});
