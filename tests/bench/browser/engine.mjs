// One of the engine's variants, called as the page calls it.
import { rateOf, timeEach } from '../lib/measure.mjs';

const digits = 4096;

const recipe = {
  epochs: 10_000, // more than it gets to
  learning_rate: 0.001,
  validation: 0,
  seed: 1,
  augment: false,
};

function start(engine, data, settings) {
  const training = new engine.Training();
  const refusal = training.start(data, { ...recipe, ...settings });
  if (refusal) throw new Error(refusal);
  return training;
}

async function trainingRate(engine, data, settings, effort) {
  const training = start(engine, data, settings);
  let seen = 0;
  const rate = await rateOf(effort, () => {
    const before = seen;
    seen = training.advance(1).images_seen;
    return seen - before;
  });
  training.delete();
  return rate;
}

const settingsOf = ({ name, architecture }, batch) => ({
  preset: name === 'article' ? 'article' : 'fast',
  architecture,
  batch,
});

/** A reader of a model that has hardly learned anything. */
function readerOf(engine, data, net) {
  const training = start(engine, data, settingsOf(net, 128));
  training.advance(1);
  const reader = new engine.Reader();
  const refusal = reader.load(training.model());
  training.delete();
  if (refusal) throw new Error(refusal);
  return reader;
}

/** A seven of forty points. */
const seven = Float32Array.from({ length: 80 }, (_, at) => {
  const step = (at >> 1) / 40;
  const across = step < 0.4;
  if (at % 2 === 0) return across ? 20 + 145 * step : 78 - 57 * (step - 0.4);
  return across ? 15 : 15 + 122 * (step - 0.4);
});

async function* reading(engine, data, net, effort) {
  const reader = readerOf(engine, data, net);
  const lengths = Uint32Array.of(40);
  const strokes = await rateOf(effort, () => {
    reader.read(seven, lengths);
    return 1;
  });
  yield { name: `strokes/${net.name}`, unit: 'us', ...timeEach(strokes, 1e6) };
  const bulk = await rateOf(effort, () => {
    reader.predict(data, 0, digits);
    return digits;
  });
  yield { name: `bulk/${net.name}`, unit: 'img/s', ...bulk };
  reader.delete();
}

export async function* rows({ variant, threads, effort, nets, work }) {
  const { default: create } = await import(`/build/wasm/engine/${variant}.js`);
  const engine = await create({ threads });
  const data = engine.synthetic_data(digits, 1);
  const told = (row) => ({ who: variant, threads, ...row });
  for (const net of nets) {
    for (const { name, batch } of work.filter(
      (row) => row.net === net.name && row.kind === 'train',
    )) {
      const rate = await trainingRate(engine, data, settingsOf(net, batch), effort);
      yield told({ name, unit: 'img/s', ...rate });
    }
    for await (const row of reading(engine, data, net, effort)) yield told(row);
  }
}
