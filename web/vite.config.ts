import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { customMedia } from './customMedia.ts';
import { engineFolder } from './engineFolder.ts';
import { developmentHeaders, headers, headersFile } from './headers.ts';
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
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
  };
}

const isEntry = (file: Rolldown.OutputChunk | Rolldown.OutputAsset) =>
  file.type === 'chunk' && file.isEntry;

/** Preloads the modules that the first script imports later, with their dependencies. */
function preloadedPage(): Plugin {
  return {
    name: 'inkling:preloaded-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const page = Object.values(bundle).find(
          (file): file is Rolldown.OutputChunk =>
            file.type === 'chunk' && file.facadeModuleId === here('./src/page.ts'),
        );
        if (!page) throw new Error('src/page.ts has become part of another chunk');
        const needed = page.imports.filter((name) => bundle[name] && !isEntry(bundle[name]));
        return [page.fileName, ...needed].map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
          injectTo: 'head' as const,
        }));
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
    preloadedPage(),
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
    cssCodeSplit: false, // one small file, loaded before the first script
  },
  worker: { format: 'es' },
  server: {
    headers: developmentHeaders,
    fs: { allow: ['.', '../build/wasm/engine', '../build/messages'] },
  },
  preview: { headers },
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
