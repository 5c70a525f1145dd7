// jax-js with its wasm backend. Arrays are consumed when passed on, unless as `.ref`.
import { layersOf, sizeOf } from '../lib/layers.mjs';
import { rateOf } from '../lib/measure.mjs';

const rate = 1e-3;

/**
 * Returns the weights of dense layers and convolutions. Omits the normalisations' scale and shift, in its favour.
 */
function weightsOf({ numpy: np, random }, layers) {
  return layers.flatMap((layer, at) => {
    const key = random.key(at);
    if (layer.kind === 'dense') {
      const shape = [sizeOf(layer.input), layer.units];
      return [random.normal(key, shape).mul(Math.sqrt(2 / shape[0])), np.zeros([layer.units])];
    }
    if (layer.kind !== 'conv') return [];
    const shape = [layer.filters, layer.input[2], layer.kernel, layer.kernel];
    return [random.normal(key, shape).mul(Math.sqrt(2 / (shape[1] * shape[2] * shape[3])))];
  });
}

function forward(jax, layers, weights, images) {
  const { lax, nn, numpy: np } = jax;
  let next = 0;
  let values = images;
  for (const layer of layers) {
    if (layer.kind === 'conv') {
      values = lax.conv(values, weights[next++], [1, 1], layer.valid ? 'VALID' : 'SAME');
    } else if (layer.kind === 'norm') {
      const mean = np.mean(values.ref, [0, 2, 3], { keepdims: true });
      const centred = values.sub(mean);
      const variance = np.mean(np.square(centred.ref), [0, 2, 3], { keepdims: true });
      values = centred.div(np.sqrt(variance.add(1e-5)));
    } else if (layer.kind === 'relu') {
      values = nn.relu(values);
    } else if (layer.kind === 'pool') {
      const [height, width, channels] = layer.output;
      const whole =
        values.shape[2] === 2 * height
          ? values
          : values.slice([], [], [0, 2 * height], [0, 2 * width]);
      values = np.max(whole.reshape([-1, channels, height, 2, width, 2]), [3, 5]);
    } else if (layer.kind === 'dense') {
      const flat = values.reshape([-1, sizeOf(layer.input)]);
      values = np.matmul(flat, weights[next++]).add(weights[next++]);
    }
  }
  return values;
}

/** One step of plain gradient descent. Its Adam is in another package, and would only cost it time. */
function stepOf(jax, layers) {
  const { nn, jit, valueAndGrad } = jax;
  const lossOf = (weights, images, targets) =>
    nn
      .logSoftmax(forward(jax, layers, weights, images))
      .mul(targets)
      .mean()
      .mul(-10);
  return jit((weights, images, targets) => {
    const references = weights.map((weight) => weight.ref);
    const [loss, gradient] = valueAndGrad(lossOf)(weights, images, targets);
    return [loss, references.map((weight, at) => weight.sub(gradient[at].mul(rate)))];
  });
}

async function trainingRate(jax, architecture, batch, effort) {
  const { numpy: np, nn } = jax;
  const layers = layersOf(architecture);
  const shape = layers[0].kind === 'conv' ? [batch, 1, 28, 28] : [batch, 784];
  const images = np.array(new Float32Array(batch * 784).map(Math.random)).reshape(shape);
  const targets = nn.oneHot(np.array(Int32Array.from({ length: batch }, (_, at) => at % 10)), 10);
  const step = stepOf(jax, layers);
  let weights = weightsOf(jax, layers);
  return rateOf(effort, async () => {
    const [loss, stepped] = step(weights, images.ref, targets.ref);
    weights = stepped;
    await loss.data();
    await jax.blockUntilReady(weights);
    return batch;
  });
}

export async function* rows({ effort, nets, work }) {
  const jax = await import('/tests/bench/node_modules/@jax-js/jax/dist/index.js');
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  for (const { name, kind, net, batch } of work) {
    if (kind !== 'train') continue;
    const { architecture } = nets.find((candidate) => candidate.name === net);
    const figures = await trainingRate(jax, architecture, batch, effort);
    yield {
      who: 'jax-js wasm',
      threads: navigator.hardwareConcurrency,
      name,
      unit: 'img/s',
      ...figures,
    };
  }
}
