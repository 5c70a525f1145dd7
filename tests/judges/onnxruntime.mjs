// onnxruntime.mjs node|web MODEL.onnx IMAGES: what onnxruntime makes of images, [count, 784] bytes with 255 as full ink.
// Prints {"logits": [...], "probabilities": [...]}, both [count, 10].
import { readFileSync } from 'node:fs';

const [, , runtime, model, file] = process.argv;
const batches = [1, 7, 256]; // of any size, as the file promises

const ort = await import(runtime === 'web' ? 'onnxruntime-web/wasm' : 'onnxruntime-node');
if (runtime === 'web') ort.env.wasm.numThreads = 1;
const session = await ort.InferenceSession.create(new Uint8Array(readFileSync(model)), {
  intraOpNumThreads: 1,
  logSeverityLevel: 3,
});

const pixels = Float32Array.from(readFileSync(file), (ink) => ink / 255);
const answers = { logits: [], probabilities: [] };
for (let first = 0, turn = 0; first < pixels.length; turn++) {
  const images = Math.min(batches[turn % batches.length], (pixels.length - first) / 784);
  const some = pixels.slice(first, first + images * 784);
  const image = new ort.Tensor('float32', some, [images, 1, 28, 28]);
  const outputs = await session.run({ image });
  for (const name of Object.keys(answers)) answers[name].push(...outputs[name].data);
  first += images * 784;
}
process.stdout.write(JSON.stringify(answers));
