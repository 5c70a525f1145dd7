// The engine's files on their way into the page. They find each other by their names, so they keep
// them, in a folder named after what is in it: no browser takes one for an older one.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minifySync, type Plugin } from 'vite';

const types: Record<string, string> = { js: 'text/javascript', wasm: 'application/wasm' };

/** Emscripten takes blanks away and leaves the names long: a third of what the page loads of it. */
export function minified(name: string, content: Buffer): string | Buffer {
  return name.endsWith('.js')
    ? minifySync(name, content.toString(), { module: true }).code
    : content;
}

export function engineFolder(source: string): Plugin {
  const names = existsSync(source) ? readdirSync(source).filter((name) => !/\.ts$/.test(name)) : [];
  const contents = new Map(
    names.map((name) => [name, minified(name, readFileSync(join(source, name)))]),
  );
  const hash = createHash('sha256');
  for (const content of contents.values()) hash.update(content);
  const folder = `engine-${hash.digest('hex').slice(0, 8)}`;
  return {
    name: 'inkling:engine-folder',
    config: () => ({ define: { __ENGINE_FOLDER__: JSON.stringify(folder) } }),
    generateBundle() {
      for (const [name, content] of contents) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: content });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}`, (request, response, next) => {
        const name = basename(request.url ?? '').replace(/\?.*/, '');
        const content = contents.get(name);
        if (!content) return next();
        for (const [header, value] of Object.entries(server.config.server.headers ?? {})) {
          response.setHeader(header, value as string);
        }
        response.setHeader('Content-Type', types[name.replace(/.*\./, '')] ?? '');
        response.end(content);
      });
    },
  };
}
