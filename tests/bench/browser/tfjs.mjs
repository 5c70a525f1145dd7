// TensorFlow.js with one of its backends. The wasm backend lacks the convolution's weight gradient.
import { layersOf } from '../lib/layers.mjs';
import { rateOf, timeEach } from '../lib/measure.mjs';

const packages = '/tests/bench/node_modules/@tensorflow/';

/** Its builds are classic scripts, so a module worker must evaluate them as text. */
async function load(path) {
  // biome-ignore lint/security/noGlobalEval: the file is one of the bench's own packages
  globalThis.eval(await (await fetch(packages + path)).text());
}

async function start(backend) {
  await load('tfjs/dist/tf.min.js');
  const { tf } = globalThis;
  if (backend === 'wasm') {
    await load('tfjs-backend-wasm/dist/tf-backend-wasm.min.js');
    tf.wasm.setWasmPaths(`${packages}tfjs-backend-wasm/dist/`);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`no backend ${backend} here`);
  await tf.ready();
  return tf;
}

function layerOf(tf, layer) {
  switch (layer.kind) {
    case 'conv': {
      const { kernel, filters, valid } = layer;
      return tf.layers.conv2d({ filters, kernelSize: kernel, padding: valid ? 'valid' : 'same' });
    }
    case 'norm':
      return tf.layers.batchNormalization();
    case 'relu':
      return tf.layers.reLU();
    case 'pool':
      return tf.layers.maxPooling2d({ poolSize: layer.window });
    case 'flatten':
      return tf.layers.flatten();
    default:
      return tf.layers.dense({ units: layer.units });
  }
}

function modelOf(tf, architecture) {
  const model = tf.sequential();
  const layers = layersOf(architecture);
  if (layers[0].kind !== 'flatten') layers.splice(-1, 0, { kind: 'flatten' });
  layers.forEach((layer, at) => {
    const built = layerOf(tf, layer);
    if (at === 0) built.batchInputShape = [null, 28, 28, 1];
    model.add(built);
  });
  model.add(tf.layers.softmax());
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'categoricalCrossentropy' });
  return model;
}

async function trainingRate(tf, architecture, batch, effort) {
  const model = modelOf(tf, architecture);
  const images = tf.randomUniform([batch, 28, 28, 1]);
  const labels = tf.oneHot(tf.randomUniform([batch], 0, 10, 'int32'), 10);
  return rateOf(effort, async () => {
    await model.trainOnBatch(images, labels);
    return batch;
  });
}

async function readingRate(tf, architecture, batch, effort) {
  const model = modelOf(tf, architecture);
  const images = tf.randomUniform([batch, 28, 28, 1]);
  return rateOf(effort, async () => {
    const answers = model.predictOnBatch(images);
    await answers.data();
    answers.dispose();
    return batch;
  });
}

export async function* rows({ backend, effort, nets, work }) {
  const tf = await start(backend);
  const fullRow = (row) => ({ who: `tfjs ${backend}`, threads: 1, ...row });
  for (const { name, kind, net, batch } of work) {
    const { architecture } = nets.find((candidate) => candidate.name === net);
    if (kind === 'train') {
      if (backend === 'wasm' && architecture.includes('conv')) continue;
      yield fullRow({
        name,
        unit: 'img/s',
        ...(await trainingRate(tf, architecture, batch, effort)),
      });
    } else {
      const rate = await readingRate(tf, architecture, batch, effort);
      const figures =
        kind === 'image' ? { unit: 'us', ...timeEach(rate, 1e6) } : { unit: 'img/s', ...rate };
      yield fullRow({ name, ...figures });
    }
  }
}
