import { onnxruntimeRows } from '../native/onnxruntime.mjs';

const folder = '/tests/bench/node_modules/onnxruntime-web/dist/';

export async function* rows({ threads, effort, nets }) {
  const ort = await import(`${folder}ort.wasm.min.mjs`);
  ort.env.wasm.wasmPaths = new URL(folder, location.href).href;
  ort.env.wasm.numThreads = threads;
  yield* onnxruntimeRows(ort, { who: 'onnxruntime-web', nets, threads, effort });
}
