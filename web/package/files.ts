// The files shipped next to the package's module: the worker's script, the engine for reading, the weights, the
// types and the license.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { minified } from '../engineFolder.ts';

export interface Sources {
  program: string; // the worker's script
  engine: string; // a folder
  weights: string;
  types: string; // a folder
  license: string;
}

/**
 * Bundles one self-contained script, which shares no code with the module. Whitespace stays: bundlers inline
 * files under 4 KB as data: URLs, and a worker from a data: URL can't fetch anything.
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

/** Our own Vite must skip these imports, but other people's Vite should process them. */
const leftAlone = /\/\*\s*@vite-ignore\s*\*\/\s*/g;

/** The public modules, and the modules that their types refer to. All other compiler output is private. */
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
