import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { customMedia } from './customMedia.ts';
import { engineFolder } from './engineFolder.ts';
import { firstPaint, indexOf, inlineSourcesIn, inlineSourcesOf } from './firstPaint.ts';
import { developmentHeaders, headersFile, headersFor } from './headers.ts';
import { messageCatalogues } from './messageCatalogues.ts';
import { serviceWorker } from './serviceWorker.ts';
import { sourceInfo } from './sourceInfo.ts';
import { standalonePages } from './standalone.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes the `_headers` file for static hosts. */
function headerFile(): Plugin {
  return {
    name: 'inkling:headers',
    apply: 'build',
    generateBundle: {
      order: 'post', // after index.html
      handler(_, bundle) {
        const source = headersFile(inlineSourcesOf(indexOf(bundle)));
        this.emitFile({ type: 'asset', fileName: '_headers', source });
      },
    },
  };
}

/** Resolves packages for tests and compiled messages, which are outside `web/`. */
function packagesBeside(): Plugin {
  const folders = [here('../tests/'), here('../build/messages/')];
  return {
    name: 'inkling:packages-beside',
    enforce: 'pre',
    resolveId(source, importer) {
      const bare = /^[@\w]/.test(source) && !source.startsWith('node:');
      if (!bare || !folders.some((folder) => importer?.startsWith(folder))) return null;
      return this.resolve(source, here('./src/main.ts'), { skipSelf: true });
    },
  };
}

/** Tests that drive the built page in a browser. */
const browserTests = {
  environment: 'node' as const,
  globalSetup: ['../tests/e2e/serve.ts'],
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } }, // a second is too little for a busy machine
};

/** Tests in all browsers. WebKitGTK renders in software, which is slow on a busy machine. */
const allBrowsersTests = {
  ...browserTests,
  testTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  base: './',
  // A missing path is a 404, not the page, because the model file may be absent.
  appType: 'mpa',
  plugins: [
    messageCatalogues(),
    packagesBeside(),
    svelte(),
    headerFile(),
    firstPaint({ script: here('./src/firstPaint.js'), page: here('./src/page.ts') }),
    engineFolder(here('../build/wasm/engine')),
    sourceInfo(here('.')),
    standalonePages({
      folder: here('./src/standalone'),
      engine: here('../build/wasm/engine'),
      icon: here('./public/icon.svg'),
    }),
    serviceWorker(here('./src/service/worker.ts')),
  ],
  resolve: {
    alias: [
      { find: '#engine', replacement: here('../build/wasm/engine') },
      { find: '#messages', replacement: here('../build/messages') },
      { find: '#web', replacement: here('./src') },
    ],
  },
  css: { postcss: { plugins: [customMedia()] } },
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false, // one small file
  },
  worker: { format: 'es' },
  server: {
    headers: developmentHeaders,
    fs: { allow: ['.', '../build/wasm/engine', '../build/messages'] },
  },
  preview: { headers: headersFor(inlineSourcesIn(here('../build/web/index.html'))) },
  test: {
    reporters: ['default', here('../tests/e2e/totals.ts')],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['../tests/web/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { ...browserTests, name: 'e2e', include: ['../tests/e2e/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...allBrowsersTests, name: 'browsers', include: ['../tests/browsers/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...browserTests, name: 'screenshots', include: ['../tests/e2e/*.gallery.ts'] },
      },
    ],
  },
});
