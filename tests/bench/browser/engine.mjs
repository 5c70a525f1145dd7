// Measures the engines in one variant, called as the page calls them. They use test-time augmentation, as it does.
import { rateOf, timeEach } from '../lib/measure.mjs';

const digits = 4096;

// Replaces the preset's own recipe.
const recipe = {
  epochs: 10_000, // more than it reaches
  learning_rate: 0.001,
  validation: 0,
  seed: 1,
  augment: false,
};

function start(engine, data, settings) {
  const training = new engine.Training();
  const preset = engine.presets().find(({ name }) => name === settings.preset);
  const refusal = training.start(data, { ...preset.settings, ...recipe, ...settings });
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

// For a model that is unsure of few images, as one in use is; see core/cli/bench/NetworkBenchmarks.cpp.
const quickly = { epochs: 3, average: 0, label_smoothing: 0 };

function trainedModel(engine, data, net) {
  const training = start(engine, data, { ...settingsOf(net, 64), ...quickly });
  while (training.advance(1).state !== 'finished');
  const model = training.model();
  training.delete();
  return model;
}

/** Returns a Reader or Predictor with this model. */
function loaded(Class, model) {
  const reader = new Class();
  const refusal = reader.load(model);
  if (refusal) throw new Error(refusal);
  return reader;
}

/** A seven of forty points, leaning to the right by `slant`. */
const seven = (slant) =>
  Float32Array.from({ length: 80 }, (_, at) => {
    const step = (at >> 1) / 40;
    const across = step < 0.4;
    const y = across ? 15 : 15 + 122 * (step - 0.4);
    if (at % 2 === 1) return y;
    return (across ? 20 + 145 * step : 78 - 57 * (step - 0.4)) - slant * y;
  });

/** So different that the model may be unsure of some. */
const drawings = Array.from({ length: 100 }, (_, at) => seven((at - 50) / 100));

async function strokes(engine, model, effort) {
  const reader = loaded(engine.Reader, model);
  const lengths = Uint32Array.of(40);
  let next = 0;
  const rate = await rateOf(effort, () => {
    reader.read(drawings[next++ % drawings.length], lengths);
    return 1;
  });
  reader.delete();
  return timeEach(rate, 1e6);
}

async function bulk(engine, data, model, effort) {
  const predictor = loaded(engine.Predictor, model);
  const rate = await rateOf(effort, () => {
    predictor.predict(data, 0, digits);
    return digits;
  });
  predictor.delete();
  return rate;
}

async function load(name, options = {}) {
  const { default: create } = await import(`/build/wasm/engine/${name}.js`);
  return create(options);
}

export async function* rows({ variant, threads, effort, nets, work }) {
  const engine = await load(`training-${variant}`, { threads });
  const reading = threads === 1 ? await load(`reading-${variant}`) : null; // it has no variants with threads
  const data = engine.synthetic_data(digits, 1);
  const unseen = engine.synthetic_data(digits, 2);
  const fullRow = (row) => ({ who: variant, threads, ...row });
  for (const net of nets) {
    for (const { name, batch } of work.filter(
      (row) => row.net === net.name && row.kind === 'train',
    )) {
      const rate = await trainingRate(engine, data, settingsOf(net, batch), effort);
      yield fullRow({ name, unit: 'img/s', ...rate });
    }
    const model = trainedModel(engine, data, net);
    if (reading) {
      const time = await strokes(reading, model, effort);
      yield fullRow({ name: `strokes/${net.name}/tta`, unit: 'us', ...time });
    }
    const rate = await bulk(engine, unseen, model, effort);
    yield fullRow({ name: `bulk/${net.name}/tta`, unit: 'img/s', ...rate });
  }
}
