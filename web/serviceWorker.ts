// Builds the service worker into the page's folder. Its name must not change, because browsers identify it by
// URL, and not all of them accept a module, so it is bundled into one plain script.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { indexOf, inlineSourcesOf } from './firstPaint.ts';
import type { PageFiles } from './src/service/pageCache.ts';
import { templateFile } from './standalone.ts';

const fileName = 'service-worker.js';

/** A file for hosts, which the page doesn't need. */
const unneeded = '_headers';

function publicFiles(folder: string): Map<string, string | Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.map((name) => [name.slice(folder.length + 1), readFileSync(name)]));
}

/** Vite's output has hashed names, except for these. Public files keep their names. */
const alwaysNamed = ['index.html', templateFile];

function filesOf(bundle: Rolldown.OutputBundle, publicFolder: string): PageFiles {
  const built = Object.values(bundle).filter((file) => file.fileName !== unneeded);
  const others = publicFiles(publicFolder);
  const hash = createHash('sha256');
  for (const file of built) hash.update('code' in file ? file.code : file.source);
  for (const content of others.values()) hash.update(content);
  return {
    version: hash.digest('hex').slice(0, 8),
    lasting: built.map((file) => file.fileName).filter((name) => !alwaysNamed.includes(name)),
    changing: ['./', templateFile, ...others.keys()],
  };
}

async function bundled(source: string, files: PageFiles, index: string): Promise<string> {
  const output = { format: 'iife' as const, entryFileNames: fileName };
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __PAGE_FILES__: JSON.stringify(files),
      __INLINE_SOURCES__: JSON.stringify(inlineSourcesOf(index)),
    },
    build: { write: false, target: 'es2022', rolldownOptions: { input: source, output } },
  });
  return (built as Rolldown.RolldownOutput).output[0].code;
}

export function serviceWorker(source: string): Plugin {
  let publicFolder = '';
  return {
    name: 'inkling:service-worker',
    config: () => ({
      define: {
        __SERVICE_WORKER__: JSON.stringify(fileName),
        __INLINE_SOURCES__: JSON.stringify(inlineSourcesOf('')), // for tests; the service worker has the page's
      },
    }),
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    generateBundle: {
      order: 'post', // after all other files are written
      async handler(_, bundle) {
        const files = filesOf(bundle, publicFolder);
        this.emitFile({
          type: 'asset',
          fileName,
          source: await bundled(source, files, indexOf(bundle)),
        });
      },
    },
  };
}
