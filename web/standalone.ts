// Builds the template of standalone pages: one file with the program, its styles and the reading engine. It makes
// no requests, and its CSP enforces that, whatever a model's file contains.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { customMedia } from './customMedia.ts';
import { minified } from './engineFolder.ts';
import { fillTemplate } from './src/shared/pageTemplate.ts';

// A text file, because a host's CSP would block the page if it were opened there.
export const templateFile = 'standalone.txt';

interface Sources {
  folder: string; // folder of the template and its program
  engine: string; // folder
  icon: string;
}

/** Minifies Emscripten's JavaScript as for the page. Then the bundler inlines it. */
function engineScript(engine: string): Plugin {
  const path = `${engine}/reading-simd.js`;
  return {
    name: 'inkling:engine-script',
    enforce: 'pre',
    resolveId: (source) => (source === '#engine/reading.js' ? path : null),
    load: (id) => (id === path ? String(minified(path, readFileSync(path))) : null),
  };
}

async function bundled({ folder, engine }: Sources): Promise<{ program: string; style: string }> {
  const output = { format: 'es' as const, codeSplitting: false };
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [engineScript(engine)],
    css: { postcss: { plugins: [customMedia()] } },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: `${folder}/program.ts`, output },
    },
  });
  const files = (built as Rolldown.RolldownOutput).output;
  const style = files.find(({ fileName }) => fileName.endsWith('.css'));
  if (style?.type !== 'asset') throw new Error('the standalone page has no style');
  return { program: files[0].code.replace(/<\/(?=script)/gi, '<\\/'), style: String(style.source) };
}

const allowed = (content: string) =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

function policyOf(program: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${allowed(program)} 'wasm-unsafe-eval'`,
    `style-src ${allowed(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

export async function standaloneTemplate(sources: Sources): Promise<string> {
  const { program, style } = await bundled(sources);
  const engine = gzipSync(readFileSync(`${sources.engine}/reading-simd.wasm`), { level: 9 });
  return fillTemplate(readFileSync(`${sources.folder}/template.html`, 'utf8'), {
    policy: policyOf(program, style),
    style: `<style>${style}</style>`,
    program: `<script type="module">${program}</script>`,
    icon: readFileSync(sources.icon).toString('base64'),
    engine: engine.toString('base64'),
  });
}

export function standalonePages(sources: Sources): Plugin {
  return {
    name: 'inkling:standalone-pages',
    async generateBundle() {
      const source = await standaloneTemplate(sources);
      this.emitFile({ type: 'asset', fileName: templateFile, source });
    },
    configureServer(server) {
      server.middlewares.use(`/${templateFile}`, (_, response, next) => {
        standaloneTemplate(sources).then((text) => response.end(text), next);
      });
    },
  };
}
