// What stands beside the package's module: the worker's program, the engine that reads, the weights,
// the types and the license.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { minified } from '../engineFolder.ts';

export interface Sources {
  program: string; // the worker's
  engine: string; // a folder
  weights: string;
  types: string; // a folder
  license: string;
}

/**
 * One script by itself: it shares nothing with the module. Its blanks stay, since what is smaller than
 * 4 KB bundlers turn into a data: address, and a worker from there may fetch nothing.
 */
async function bundled(source: string): Promise<string> {
  const output = { format: 'es' as const, codeSplitting: false };
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      rolldownOptions: { input: source, output },
    },
  });
  return (built as Rolldown.RolldownOutput).output[0].code;
}

/** What keeps Vite from looking for the files here must not keep other people's Vite from it. */
const leftAlone = /\/\*\s*@vite-ignore\s*\*\/\s*/g;

/** What is public, and what that names; all else that the compiler wrote is the page's own. */
const publicTypes = ['index', 'FormField', 'InklingPad', 'labels', 'reader', 'reading'];

export function filesBeside({ program, engine, weights, types, license }: Sources): Plugin {
  return {
    name: 'inkling:files-beside',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replaceAll(leftAlone, '');
      }
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit('reading-worker.js', await bundled(program));
      emit('inkling.safetensors', readFileSync(weights));
      emit('LICENSE', readFileSync(license));
      for (const name of readdirSync(engine)) {
        if (!/^reading-.*\.(js|wasm)$/.test(name)) continue;
        emit(name, minified(name, readFileSync(join(engine, name))));
      }
      for (const name of publicTypes) {
        emit(`${name}.d.ts`, readFileSync(join(types, `${name}.d.ts`)));
      }
    },
  };
}
