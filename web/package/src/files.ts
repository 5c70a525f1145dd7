// Addresses of the files next to the built module, in a form that both plain hosts and bundlers resolve. Bundlers
// only recognise them if each is written out.
const relaxedGlue = new URL(/* @vite-ignore */ './reading-relaxed.js', import.meta.url).href;
const relaxedModule = new URL(/* @vite-ignore */ './reading-relaxed.wasm', import.meta.url).href;
const simdGlue = new URL(/* @vite-ignore */ './reading-simd.js', import.meta.url).href;
const simdModule = new URL(/* @vite-ignore */ './reading-simd.wasm', import.meta.url).href;

export const program = new URL(/* @vite-ignore */ './reading-worker.js', import.meta.url).href;
export const shippedModel = new URL(/* @vite-ignore */ './inkling.safetensors', import.meta.url)
  .href;

const engineFiles: Record<string, string> = {
  'reading-relaxed.js': relaxedGlue,
  'reading-relaxed.wasm': relaxedModule,
  'reading-simd.js': simdGlue,
  'reading-simd.wasm': simdModule,
};

export function engineFile(name: string): string {
  return engineFiles[name] ?? '';
}
