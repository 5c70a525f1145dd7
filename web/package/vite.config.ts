import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { filesBeside } from './files.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [
    filesBeside({
      program: here('../src/worker/readingWorker.ts'),
      engine: here('../../build/wasm/engine'),
      weights: here('../public/model/inkling.safetensors'),
      types: here('../../build/package-types/package/src'),
      license: here('../../LICENSE'),
    }),
  ],
  build: {
    target: 'es2022',
    lib: { entry: here('./src/index.ts'), formats: ['es'], fileName: 'index' },
    rolldownOptions: { output: { minify: true } }, // Vite keeps whitespace in libraries by default
  },
});
