// Adds the engine's files to the page. They refer to each other by name, so the names must not change. Instead,
// their folder is named after a hash of the contents, so that browsers never use a stale file.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minifySync, type Plugin } from 'vite';

const types: Record<string, string> = { js: 'text/javascript', wasm: 'application/wasm' };

/**
 * Emscripten strips whitespace but keeps long names. Shortening them saves a third of the JavaScript that the
 * page loads.
 */
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
