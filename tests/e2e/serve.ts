// Serves the built page on a free port, with its headers.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    url: string;
  }
}

const web = fileURLToPath(new URL('../../web', import.meta.url));

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(`${web}/../build/web/index.html`)) {
    throw new Error('There is no page to test: build it first (scripts/build).');
  }
  const server = await preview({ root: web, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || !address) throw new Error('The preview server has no port.');
  project.provide('url', `http://127.0.0.1:${address.port}/`);
  return () => server.close();
}
