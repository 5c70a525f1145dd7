// The rows of onnxruntime-node, which can only read.

import { rateOf, timeEach } from '../lib/measure.mjs';
import { onnxModel } from '../lib/onnx.mjs';

async function readingRate(ort, session, images, effort) {
  const pixels = new Float32Array(images * 784).map(Math.random);
  const input = new ort.Tensor('float32', pixels, [images, 1, 28, 28]);
  return rateOf(effort, async () => {
    await session.run({ input });
    return images;
  });
}

/** `ort` is onnxruntime-node or onnxruntime-web, which have the same interface. */
export async function* onnxruntimeRows(ort, { who, nets, threads, effort }) {
  for (const { name, architecture } of nets) {
    const options = { intraOpNumThreads: threads, graphOptimizationLevel: 'all' };
    const session = await ort.InferenceSession.create(onnxModel(architecture), options);
    const one = timeEach(await readingRate(ort, session, 1, effort), 1e6);
    yield { who, name: `image/${name}`, threads, unit: 'us', ...one };
    const bulk = await readingRate(ort, session, 256, effort);
    yield { who, name: `bulk/${name}`, threads, unit: 'img/s', ...bulk };
    await session.release();
  }
}
